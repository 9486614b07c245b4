import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { AppendRequest, RecordedEvent, StreamHead } from './event-store.js';

/** An event made ready to be stored: `body` is the text that is kept and hashed. */
export interface EventRecord {
  id: string;
  version: number;
  type: string;
  recordedAt: string;
  body: string;
  hash: string;
}

/** The hash chain: SHA-256 over the previous hash of the stream and the stored text; in hex. */
export function chainHash(previous: string, body: string): string {
  return createHash('sha256').update(previous, 'hex').update(body, 'utf8').digest('hex');
}

/** Makes the records of a request, each with its id (UUIDv7), version, text and hash, and the head they lead to. */
export function recordsOf(request: AppendRequest, recordedAt: string): { records: EventRecord[]; head: StreamHead } {
  let { version, hash } = request.expected;
  const records = request.events.map((event) => {
    version += 1;
    const id = uuidv7();
    const body = JSON.stringify({ id, stream: request.stream, version, recordedAt, ...request.envelope, ...event });
    hash = chainHash(hash, body);
    return { id, version, type: event.type, recordedAt, body, hash };
  });
  return { records, head: { version, hash } };
}

/** Reads a stored text back. */
export function eventOf(body: string, position: string, hash: string): RecordedEvent {
  const event = JSON.parse(body) as RecordedEvent;
  event.position = position;
  event.hash = hash;
  return event;
}
