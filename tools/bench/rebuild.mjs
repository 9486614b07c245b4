import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { PostgresEventStore } from '../../libs/event-store/dist/index.js';
import { prepareSchema, rebuildProjection } from '../../libs/projections/dist/index.js';
import { countingProjection, countsOf, upsertInto } from './counting-projection.mjs';

/** Events a second of the product's rebuild of a counting read model, with the swap. */
export async function rebuildBeside(url) {
  const store = await PostgresEventStore.open({ connectionString: url });
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await prepareSchema(pool, 'bench');
  await pool.end();
  const began = performance.now();
  let events = 0;
  await rebuildProjection({ databaseUrl: url, schema: 'bench', projection: countingProjection, store, onProgress: (applied) => (events = applied) });
  const seconds = (performance.now() - began) / 1000;
  await store.close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select (select sum(count) from bench.tally)::int as counted, (select count(*) from event_store.events)::int as recorded');
  await client.end();
  if (rows[0].counted !== rows[0].recorded) throw new Error(`The rebuild counted ${rows[0].counted} of ${rows[0].recorded} events`);
  return events / seconds;
}

/** The same by hand: read a batch, count it, upsert the counts, commit. */
export async function upsertByHand(url) {
  const store = await PostgresEventStore.open({ connectionString: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table by_hand (key text primary key, count int not null)');
  const began = performance.now();
  let events = 0;
  for await (const batch of store.batches('', 5000)) {
    const counts = countsOf(batch);
    await client.query(upsertInto('by_hand'), [[...counts.keys()], [...counts.values()]]);
    events += batch.length;
  }
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  await store.close();
  return events / seconds;
}

/** The most resident memory, in MB, of a process that does nothing but rebuild. */
export async function rebuildMemory(url) {
  const program = `import { rebuildBeside } from ${JSON.stringify(import.meta.url)};
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
    await rebuildBeside(process.env.BENCH_DATABASE_URL);
    clearInterval(watch);
    console.log(most / 1024 / 1024);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, BENCH_DATABASE_URL: url },
  });
  return Number(stdout.trim());
}
