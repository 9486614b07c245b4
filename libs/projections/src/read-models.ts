import { withPatience } from '@riggen/event-store';
import { DataSource, type MixedList } from 'typeorm';

/** Opens the tables of a schema. `poolSize` bounds the connections of this process. */
export async function openReadModels(
  databaseUrl: string,
  schema: string,
  entities: MixedList<Function>,
  poolSize = 4,
): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema,
    entities: entities as Function[],
    poolSize,
    applicationName: `riggen ${schema}`,
    extra: { ...withPatience(), idle_in_transaction_session_timeout: 60_000, pipeline: true },
    poolErrorHandler: () => {}, // a broken idle connection is replaced at the next use
  }).initialize();
}
