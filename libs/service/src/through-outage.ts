import { StoreOverloaded } from '@riggen/event-store';
import { isPassing } from '@riggen/projections';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long, in milliseconds, work is tried again when a caller waits for it: less than the caller does. */
const patienceOfCaller = 5_000;

/**
 * Does work, and again while the database is away for a moment: a connection that broke is replaced at the next use. The work
 * must have one effect however often it is done. Throws what is not about the database, and when the store wants to be spared.
 */
export async function throughOutage<Result>(work: () => Promise<Result>, patience = patienceOfCaller): Promise<Result> {
  const deadline = performance.now() + patience;
  for (let pause = 20; ; pause = Math.min(2 * pause, 500)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreOverloaded || !isPassing(error) || performance.now() + pause > deadline) throw error;
      await sleep(pause);
    }
  }
}
