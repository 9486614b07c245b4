import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyStream, PostgresEventStore } from '../../libs/event-store/dist/index.js';
import { eventsAnAppend, sampleEvent } from './sample-event.mjs';

const envelope = () => ({
  commandId: randomUUID(),
  fingerprint: 'f'.repeat(64),
  correlationId: randomUUID(),
  actor: { kind: 'program', id: 'benchmark' },
});

/** Runs `step` in so many callers at once for so many seconds; gives steps a second. */
async function perSecond(callers, seconds, step) {
  const began = performance.now();
  const until = began + seconds * 1000;
  let steps = 0;
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let state; performance.now() < until; steps += 1) state = await step(state);
    }),
  );
  return steps / ((performance.now() - began) / 1000);
}

/** Events a second that the product's store takes from so many callers, each with a stream of its own. */
export async function appendToStore(url, callers, seconds) {
  const store = await PostgresEventStore.open({ connectionString: url });
  const rate = await perSecond(callers, seconds, async (state = { stream: `sample-${randomUUID()}`, head: emptyStream }) => {
    const result = await store.append({ stream: state.stream, expected: state.head, events: [sampleEvent()], envelope: envelope() });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    return { stream: state.stream, head: result.head };
  });
  await store.close();
  return rate;
}

/** The same with the plainest store: a transaction and a version check a command, a connection a caller. */
export async function appendPlainly(url, callers, seconds) {
  const pool = new pg.Pool({ connectionString: url, max: callers });
  await pool.query(`create table if not exists plain_events (position bigint generated always as identity primary key,
    stream text not null, version int not null, id uuid not null unique, body text not null, unique (stream, version))`);
  const rate = await perSecond(callers, seconds, async (state = { stream: `sample-${randomUUID()}`, version: 0 }) => {
    const client = await pool.connect();
    await client.query('begin');
    const { rows } = await client.query('select coalesce(max(version), 0) as version from plain_events where stream = $1', [state.stream]);
    if (rows[0].version !== state.version) throw new Error('conflict');
    const version = state.version + 1;
    const body = JSON.stringify({ ...envelope(), ...sampleEvent() });
    await client.query('insert into plain_events (stream, version, id, body) values ($1, $2, $3, $4)', [state.stream, version, randomUUID(), body]);
    await client.query('commit');
    client.release();
    return { stream: state.stream, version };
  });
  await pool.end();
  return rate;
}

/** Gives a store so many events to read. */
export async function fillStore(url, events) {
  const store = await PostgresEventStore.open({ connectionString: url });
  for (let n = 0; n < events; n += eventsAnAppend) {
    const appended = Array.from({ length: eventsAnAppend }, sampleEvent);
    await store.append({ stream: `sample-${randomUUID()}`, expected: emptyStream, events: appended, envelope: envelope() });
  }
  await store.close();
}

/** Events a second of global reads in batches of 1,000, each event parsed, from the first event to the last for so many seconds. */
export async function readStore(url, seconds) {
  const store = await PostgresEventStore.open({ connectionString: url });
  const began = performance.now();
  let events = 0;
  while (performance.now() < began + seconds * 1000) for await (const batch of store.batches('', 1000)) events += batch.length;
  const rate = events / ((performance.now() - began) / 1000);
  await store.close();
  return rate;
}
