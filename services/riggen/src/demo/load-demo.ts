import { openEventStore } from '@riggen/event-store';
import { ServiceClient } from '@riggen/messaging';
import { fileURLToPath } from 'node:url';
import { importFolder } from '../commands/import-command.js';
import { personKeysOf } from '../embedded/person-keys.js';
import { readRunState, type RunState } from '../embedded/run-state.js';
import { loadPeople } from './load-people.js';

const pilot = fileURLToPath(new URL('../../demo/pilot-2021-2022', import.meta.url));

/** What a first start loads: the people of the demo, and the pilot's rows where they are wanted. */
export async function loadDemo(home: string, { rows }: { rows: boolean }): Promise<void> {
  const state = readRunState(home);
  if (!state) throw new Error(`Riggen does not run in ${home}`);
  if (rows) await loadRows(home, state);
  await loadPeople(state, process.env['RIGGEN_SECRET']!, { rows }); // the launcher has set it
}

/** Loads the reconstructed rows of the pilot into a running system. Again it adds nothing. */
async function loadRows(home: string, state: RunState): Promise<void> {
  const store = await openEventStore({ databaseUrl: state.postgres.url, kurrentdbUrl: state.kurrentdbUrl }, { max: 2 });
  const services = new ServiceClient({ natsUrl: state.nats.url, natsToken: state.nats.token }, 'riggen demo');
  try {
    await services.connect();
    const refusals: string[] = [];
    const request = { folder: pilot, strict: false, marking: 'reconstructed', language: 'en' } as const;
    const { refused } = await importFolder({ store, services, caller: state.cliToken, personKeys: personKeysOf(home, state.postgres.url) }, { ...request, say: (line) => refusals.push(line) });
    if (refused) throw new Error(`The demo was not taken in: ${refusals[0]}`);
  } finally {
    await services.close();
    await store.close();
  }
}
