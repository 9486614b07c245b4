// The limit: COPY of the same rows into the same table on one connection. Argument: events. Prints events a second.
import { createHash, randomUUID } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { sampleEvent } from '../sample-event.mjs';

const events = Number(process.argv[2]);
const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE_URL });
await client.connect();
const run = randomUUID().slice(0, 8);
const now = new Date().toISOString();
// Rows are made beforehand: what is measured is the database.
const lines = Array.from({ length: events }, (_, n) => {
  const id = randomUUID();
  const body = JSON.stringify({ id, stream: `copied-${run}-${n}`, version: 1, recordedAt: now, commandId: id, correlationId: id, fingerprint: id, ...sampleEvent() });
  const hash = createHash('sha256').update(body).digest('hex');
  return [`copied-${run}-${n}`, 1, id, id, 0, 'SurveyAnswered', now, hash, body, `\\\\x${hash}`].join('\t') + '\n';
});
const chunks = [];
for (let at = 0; at < lines.length; at += 100) chunks.push(lines.slice(at, at + 100).join(''));
const began = performance.now();
const columns = 'stream, version, event_id, command_id, ordinal, type, recorded_at, fingerprint, body, hash';
await pipeline(Readable.from(chunks), client.query(from(`copy event_store.events (${columns}) from stdin`)));
console.log(events / ((performance.now() - began) / 1000));
await client.end();
