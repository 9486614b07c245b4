import { InMemoryKeyVault, PersonalData } from '@riggen/event-store';
import { compareWithStore } from '@riggen/projections';
import { eventually } from '../../../../tools/jest/servers.js';
import { allProjections } from '../commands/projections.js';
import { verifyStore } from '../commands/verify-store.js';
import { type Plant, plantServices } from './plant.fixture.js';
import type { Sent } from './writers.fixture.js';

/**
 * What is wrong after the faults: an accepted command whose event is not there, or more than once, or is another; a refused
 * one that left an event; an event that nobody sent; a broken chain; read models that differ from the store. Waits first until
 * the relay and every read model have caught up: one that does not is stuck.
 */
export async function faultsOf(plant: Plant, sent: Sent[]): Promise<string[]> {
  const last = await plant.store.lastPosition();
  const stands = async () => {
    const checkpoints = plantServices.map((schema) => `select '${schema}.' || name as reader, position from ${schema}.projection_checkpoints`);
    const all = [...checkpoints, "select 'relay', position from relay.checkpoint"].join(' union all ');
    return (await plant.pool.query<{ reader: string; position: string }>(all)).rows;
  };
  await eventually(() => stands().catch(() => []), (rows) => rows.length > plantServices.length && rows.every(({ position }) => position >= last), 60_000);

  const faults = [...eventFaults(sent, await recorded(plant)), ...(await verifyStore(plant.store, personalData, () => {})).problems];
  for (const { schema, projection } of allProjections.filter((one) => plantServices.includes(one.schema))) {
    faults.push(...(await compareWithStore({ databaseUrl: plant.databaseUrl, schema, projection, store: plant.store, personalData })));
  }
  return faults;
}

/** The events of the writers hold none. */
const personalData = new PersonalData(new InMemoryKeyVault());

type Recorded = Map<string, { events: number; data: object; actor: { kind: string } }>;

async function recorded(plant: Plant): Promise<Recorded> {
  const { rows } = await plant.pool.query<{ command_id: string; events: number; body: string }>(
    'select command_id, count(*)::int as events, min(body) as body from event_store.events group by command_id',
  );
  return new Map(rows.map(({ command_id, events, body }) => [command_id, { events, ...(JSON.parse(body) as { data: object; actor: { kind: string } }) }]));
}

/** Each command of the writers leads to one event, whose data are the command. */
function eventFaults(sent: Sent[], recorded: Recorded): string[] {
  const faults: string[] = [];
  for (const { commandId, command, outcome } of sent) {
    const found = recorded.get(commandId);
    if (outcome === 'refused') {
      if (found) faults.push(`${commandId} was refused and left ${found.events} events`);
    } else if (found?.events !== 1) faults.push(`${commandId} was ${outcome} and has ${found?.events ?? 0} events`);
    else if (Object.entries(command).some(([key, value]) => JSON.stringify(found.data[key as never]) !== JSON.stringify(value))) {
      faults.push(`${commandId} has another event: ${JSON.stringify(found.data)}`);
    }
  }
  const known = new Set(sent.map(({ commandId }) => commandId));
  for (const [commandId, { actor }] of recorded) {
    // The system itself defines things when it starts.
    if (!known.has(commandId) && actor.kind !== 'system') faults.push(`${commandId} was sent by nobody`);
  }
  return faults;
}
