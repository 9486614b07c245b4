import { describe, expect, it } from '@jest/globals';
import { AccessDeniedError, CancelledError, DeadlineExceededError, NotLeaderError, TimeoutError, UnavailableError, UnsupportedError } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../event-store.js';
import { askServer } from './ask-server.js';

const leader = { metadata: { 'leader-endpoint-host': 'node2', 'leader-endpoint-port': '2113' } } as never;
// As the client gives it on when it asks the server what it can do.
const refusedConnection = Object.assign(new Error('14 UNAVAILABLE: connect ECONNREFUSED'), { code: 14, details: 'connect ECONNREFUSED' });

/** Fails in turn with each of the errors, then answers. */
function failing(...errors: Error[]) {
  const asked = { times: 0 };
  const ask = async () => {
    const error = errors[asked.times];
    asked.times += 1;
    if (error) throw error;
    return 'answer';
  };
  return { asked, ask };
}

describe('asking a KurrentDB', () => {
  it.each([
    ['the connection broke', new UnavailableError()],
    ['the server cancelled', new CancelledError()],
    ['another node leads', new NotLeaderError(leader)],
    ['there was no connection', refusedConnection],
  ])('is done again when %s', async (_, error) => {
    const { asked, ask } = failing(error);
    expect(await askServer(ask)).toBe('answer');
    expect(asked.times).toBe(2);
  });

  it('ends with the store being away when the connection breaks each time', async () => {
    const { asked, ask } = failing(...Array.from({ length: 9 }, () => refusedConnection));
    await expect(askServer(ask)).rejects.toThrow(StoreUnavailable);
    expect(asked.times).toBe(3);
  });

  it.each([new DeadlineExceededError(), new TimeoutError()])('is not done again when the server was too slow', async (error) => {
    const { asked, ask } = failing(error);
    await expect(askServer(ask)).rejects.toThrow(StoreUnavailable);
    expect(asked.times).toBe(1);
  });

  it('is given up when there is no answer at all', async () => {
    await expect(askServer(() => new Promise(() => {}), 20)).rejects.toThrow('KurrentDB does not answer: no answer in 20 ms');
  });

  it.each([new AccessDeniedError(), new UnsupportedError('multiStreamAppend', '25.1'), new Error('a fault')])('gives on what is final', async (error) => {
    const { asked, ask } = failing(error);
    await expect(askServer(ask)).rejects.toBe(error);
    expect(asked.times).toBe(1);
  });
});
