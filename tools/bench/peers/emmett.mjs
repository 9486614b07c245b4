// Measures the peer in a process of its own. Arguments: append CALLERS SECONDS | fill EVENTS | read. Prints one number: events a second.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore, readMessagesBatch } from '@event-driven-io/emmett-postgresql';
import { dumbo } from '@event-driven-io/dumbo';

import { eventsAnAppend, sampleEvent } from '../sample-event.mjs';

const [what, count, seconds] = process.argv.slice(2);
const connectionString = process.env.BENCH_DATABASE_URL;

if (what === 'append') {
  const store = getPostgreSQLEventStore(connectionString);
  await store.schema.migrate();
  const until = performance.now() + Number(seconds) * 1000;
  const began = performance.now();
  let events = 0;
  await Promise.all(
    Array.from({ length: Number(count) }, async () => {
      const stream = `sample-${randomUUID()}`;
      for (let version = 0n; performance.now() < until; events += 1) {
        const { type, ...data } = sampleEvent();
        const result = await store.appendToStream(stream, [{ type, data }], { expectedStreamVersion: version === 0n ? 'STREAM_DOES_NOT_EXIST' : version });
        version = result.nextExpectedStreamVersion;
      }
    }),
  );
  console.log(events / ((performance.now() - began) / 1000));
  await store.close();
} else if (what === 'fill') {
  const store = getPostgreSQLEventStore(connectionString);
  await store.schema.migrate();
  const began = performance.now();
  for (let events = 0; events < Number(count); events += eventsAnAppend) {
    const messages = Array.from({ length: eventsAnAppend }, () => {
      const { type, ...data } = sampleEvent();
      return { type, data };
    });
    await store.appendToStream(`sample-${randomUUID()}`, messages);
  }
  console.log(Number(count) / ((performance.now() - began) / 1000));
  await store.close();
} else {
  const pool = dumbo({ connectionString });
  const began = performance.now();
  let after = -1n;
  let events = 0;
  for (;;) {
    const { messages, currentGlobalPosition } = await readMessagesBatch(pool.execute, { after, batchSize: 1000 });
    if (!messages.length) break;
    events += messages.length;
    after = currentGlobalPosition;
  }
  console.log(events / ((performance.now() - began) / 1000));
  await pool.close();
}
