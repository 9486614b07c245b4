import type { Socket } from 'node:net';
import pg from 'pg';

/** How long PostgreSQL may be silent, in milliseconds, while a service waits for it: less than those wait who ask the service. */
const patience = 8_000;
/** The same where nobody waits for an answer: rebuilds, and the command line. */
export const longPatience = 60_000;
/** What has arrived is read within this time, even by a process that was held for longer than its patience. */
const timeToRead = 1_000;

/** Asks a peer that says nothing whether it is still there: of a network that is cut, nobody is told. */
const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** Raised when PostgreSQL took a question and said nothing for too long. What was asked may be done all the same, now or later. */
class PostgresSilent extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * A connection that breaks off when PostgreSQL owes an answer and is silent for too long: a server that is stopped, or behind a
 * network that drops everything, keeps connections open for ever. Silence is what counts, and not the length of an answer.
 */
function clientWithPatience(milliseconds: number): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config);
      this.once('connect', () => {
        const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
        const owesAnswer = () => !(this as unknown as { readyForQuery: boolean }).readyForQuery || stream.writableEnded;
        stream.setTimeout(milliseconds);
        // Each time, not only the first: a connection that nobody waited for once is to be watched again.
        stream.on('timeout', () => {
          const { bytesRead } = stream;
          const breakOff = () => {
            if (owesAnswer() && stream.bytesRead === bytesRead) stream.destroy(new PostgresSilent(`PostgreSQL was silent for ${milliseconds} ms`));
          };
          if (owesAnswer()) setTimeout(breakOff, timeToRead).unref();
        });
      });
    }
  };
}

/** How those connect who do not wait for ever: `milliseconds` for a connection, and then for each sign of life. */
export const withPatience = (milliseconds = patience) => ({ ...keepAlive, connectionTimeoutMillis: milliseconds, Client: clientWithPatience(milliseconds) });

/**
 * Does work on a connection of its own, with all the patience that long statements need: it breaks off only when PostgreSQL's
 * machine is gone. Then the next query fails, and not the process.
 */
export async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, ...keepAlive });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Opens a pool of connections that break off when PostgreSQL is silent. One that breaks is replaced at the next use. */
export function openPool(config: pg.PoolConfig, milliseconds = patience): pg.Pool {
  const pool = new pg.Pool({ ...withPatience(milliseconds), ...config });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {})); // also while it is at work: the query tells it
  return pool;
}
