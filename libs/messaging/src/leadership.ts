import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs `work` in one process at a time per `task` and database: the one that holds a PostgreSQL advisory lock. The others
 * stand by and take over within seconds. `work` ends when its signal aborts, which it does when the lock's connection is lost.
 * Goes on until `signal` aborts; an error of the work is given to `onError` and the work is begun again.
 */
export async function whileLeading(
  databaseUrl: string,
  task: string,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: databaseUrl, application_name: `riggen leader ${task} pid ${process.pid}`, keepAlive: true });
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      while (!signal.aborted && !lost.signal.aborted) {
        const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as leads', [
          `riggen.${task}`,
        ]);
        if (rows[0]?.leads) {
          await work(AbortSignal.any([signal, lost.signal]));
          break;
        }
        await sleep(1_000, undefined, { signal }).catch(() => {});
      }
    } catch (error) {
      if (!signal.aborted) onError(error);
    } finally {
      await client.end().catch(() => {});
    }
    if (!signal.aborted) await sleep(500, undefined, { signal }).catch(() => {});
  }
}
