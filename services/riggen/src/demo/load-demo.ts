import { openEventStore } from '@riggen/event-store';
import { ServiceClient } from '@riggen/messaging';
import { fileURLToPath } from 'node:url';
import { importFolder } from '../commands/import-command.js';
import { readRunState } from '../embedded/run-state.js';

const pilot = fileURLToPath(new URL('../../demo/pilot-2021-2022', import.meta.url));

/** Loads the reconstructed rows of the pilot into the system that runs on `home`. Again it adds nothing. */
export async function loadDemo(home: string): Promise<void> {
  const state = readRunState(home);
  if (!state) throw new Error(`Riggen does not run in ${home}`);
  const store = await openEventStore({ databaseUrl: state.postgres.url, kurrentdbUrl: state.kurrentdbUrl }, { max: 2 });
  const services = new ServiceClient({ natsUrl: state.nats.url, natsToken: state.nats.token }, 'riggen demo');
  try {
    await services.connect();
    const refusals: string[] = [];
    const request = { folder: pilot, strict: false, marking: 'reconstructed', language: 'en' } as const;
    const { refused } = await importFolder({ store, services, caller: state.cliToken }, { ...request, say: (line) => refusals.push(line) });
    if (refused) throw new Error(`The demo was not taken in: ${refusals[0]}`);
  } finally {
    await services.close();
    await store.close();
  }
}
