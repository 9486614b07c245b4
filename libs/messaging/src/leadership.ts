import { withPatience } from '@riggen/event-store';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** How often whoever leads asks, in milliseconds, whether its session is still there. */
const heartbeat = 5_000;

/**
 * Runs `work` in one process at a time per `task` and database: the one that holds a PostgreSQL advisory lock. The others
 * stand by and take over within seconds. `work` ends when its signal aborts, which it does when the lock's connection is lost,
 * also in silence.
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
    const { Client, ...options } = withPatience();
    const client = new Client({ ...options, connectionString: databaseUrl, application_name: `riggen leader ${task} pid ${process.pid}` });
    const lost = new AbortController();
    const over = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    try {
      await client.connect();
      while (!signal.aborted && !lost.signal.aborted) {
        const { rows } = await client.query<{ leads: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as leads', [
          `riggen.${task}`,
        ]);
        if (rows[0]?.leads) {
          void askAgainAndAgain(client, AbortSignal.any([over.signal, lost.signal]));
          await work(AbortSignal.any([signal, lost.signal]));
          break;
        }
        await sleep(1_000, undefined, { signal }).catch(() => {});
      }
    } catch (error) {
      if (!signal.aborted) onError(error);
    } finally {
      over.abort();
      await client.end().catch(() => {});
    }
    if (!signal.aborted) await sleep(500, undefined, { signal }).catch(() => {});
  }
}

/** Asks for a sign of life until `signal` aborts. That none comes is told by the end of the connection. */
async function askAgainAndAgain(client: pg.Client, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(heartbeat, undefined, { signal }).catch(() => {});
    if (!signal.aborted) await client.query('select').catch(() => {});
  }
}
