import { compareWithStore, type Projection, rebuildProjection } from '@riggen/projections';
import { services } from '../services.js';
import { parkedEvents } from './parked-command.js';
import type { RunningStore } from './store.js';

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
  { address: { databaseUrl }, store, personalData }: Omit<RunningStore, 'vault'>,
  { schema, projection }: NamedProjection,
  onProgress: (applied: number) => void,
): Promise<void> {
  await rebuildProjection({ databaseUrl, schema, projection, store, personalData, onProgress });
}

/** What differs between the live read models and those that the store gives, and the events that are parked. */
export async function differencesOfReadModels({ address, store, personalData }: Omit<RunningStore, 'vault'>): Promise<string[]> {
  const differences: string[] = [];
  for (const { schema, projection } of allProjections) {
    differences.push(...(await compareWithStore({ databaseUrl: address.databaseUrl, schema, projection, store, personalData })));
  }
  for await (const { name, eventId, type, reason } of parkedEvents(address)) {
    differences.push(`${name}: event ${eventId} (${type}) is parked: ${reason}`);
  }
  return differences;
}
