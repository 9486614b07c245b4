import {
  CancelledError,
  convertToCommandError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@kurrent/kurrentdb-client';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../event-store.js';

const attempts = 3;
const pause = 100;
/** Longer than the client's own deadline of ten seconds, which not all of its calls keep. */
const patience = 15_000;

const connectionLost = [UnavailableError, CancelledError, NotLeaderError];
const tooLate = [DeadlineExceededError, TimeoutError];

/**
 * Asks the server, and again over a new connection when the first one broke: so the request must be one that may arrive twice.
 * Throws StoreUnavailable when the server is away or does not answer in time, and the client's error when it refuses.
 */
export async function askServer<Answer>(ask: () => Promise<Answer>, patienceMilliseconds = patience): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTime(ask(), patienceMilliseconds);
    } catch (cause) {
      const error = convertToCommandError(cause as Error);
      const lost = connectionLost.some((kind) => error instanceof kind);
      if (!lost && !tooLate.some((kind) => error instanceof kind)) throw error;
      if (!lost || attempt === attempts) throw new StoreUnavailable(`KurrentDB does not answer: ${error.message}`, { cause: error });
      await sleep(pause * attempt);
    }
  }
}

/** Everything that a bounded read gives, or nothing of it. */
export async function readToEnd<Read extends { event?: unknown }>(read: AsyncIterable<Read>): Promise<NonNullable<Read['event']>[]> {
  const events: NonNullable<Read['event']>[] = [];
  for await (const { event } of read) if (event) events.push(event);
  return events;
}

async function inTime<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineExceededError(undefined, `no answer in ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
