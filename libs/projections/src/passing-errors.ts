import { StoreOverloaded, StoreUnavailable } from '@riggen/event-store';

/** Raised when an event cannot be handled now and may be a little later. */
export class NotYet extends Error {}

/** Whether an error says that the database or the event store is away or busy, and not that an event is wrong. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NotYet || error instanceof StoreUnavailable || error instanceof StoreOverloaded) return true;
  const { code = '', message = '', name = '' } = error as { code?: string; message?: string; name?: string };
  // What TypeORM says of a connection that broke between two statements.
  if (name === 'QueryRunnerAlreadyReleasedError') return true;
  if (code) return /^(08|25006|25P03|40|53|55|57|58)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN|RR_STREAM)/.test(code);
  return /^(Connection|timeout exceeded|timeout expired)|not connected|not queryable/i.test(message);
}
