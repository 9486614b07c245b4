import { withPatience } from '@riggen/event-store';
import { DataSource, type MixedList } from 'typeorm';

/** Opens the tables of a schema. `poolSize` bounds the connections of this process, `patience` how long the database may be silent. */
export async function openReadModels(
  databaseUrl: string,
  schema: string,
  entities: MixedList<Function>,
  poolSize = 4,
  patience?: number,
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema,
    entities: entities as Function[],
    poolSize,
    applicationName: `riggen ${schema}`,
    extra: { ...withPatience(patience), idle_in_transaction_session_timeout: 60_000, pipeline: true },
    poolErrorHandler: () => {}, // a broken idle connection is replaced at the next use
  }).initialize();
}
