import { compareWithStore, loadParked, openReadModels, type ParkedEvent, type Projection, rebuildProjection } from '@riggen/projections';
import type { EventStore } from '@riggen/event-store';
import { services } from '../launch.js';
import type { SystemAddress } from './system.js';

export interface NamedProjection {
  name: string;
  schema: string;
  projection: Projection;
}

/** Every read model of the system, by the name SERVICE.PROJECTION. */
export const allProjections: NamedProjection[] = services.flatMap(({ name: schema, projections }) =>
  projections.map((projection) => ({ name: `${schema}.${projection.name}`, schema, projection })),
);

/** Rebuilds a read model from the store while its old rows go on being served. */
export async function rebuild(
  { databaseUrl }: SystemAddress,
  store: EventStore,
  { schema, projection }: NamedProjection,
  onProgress: (applied: number) => void,
): Promise<void> {
  await rebuildProjection({ databaseUrl, schema, projection, store, onProgress });
}

/** What differs between the live read models and those that the store gives, and the events that are parked. */
export async function differencesOfReadModels({ databaseUrl }: SystemAddress, store: EventStore): Promise<string[]> {
  const differences: string[] = [];
  for (const { schema, projection, name } of allProjections) {
    differences.push(...(await compareWithStore({ databaseUrl, schema, projection, store })));
    for (const parked of await parkedIn(databaseUrl, schema, projection.name)) {
      differences.push(`${name}: event ${parked.eventId} (${parked.type}) is parked: ${parked.reason}`);
    }
  }
  return differences;
}

async function parkedIn(databaseUrl: string, schema: string, projection: string): Promise<ParkedEvent[]> {
  const tables = await openReadModels(databaseUrl, schema, [], 1);
  try {
    return (await loadParked(tables, schema)).filter((parked) => parked.projection === projection);
  } finally {
    await tables.destroy();
  }
}
