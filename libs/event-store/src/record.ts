import { hash as digestOf, randomUUID } from 'node:crypto';
import type { AppendRequest, Position, RecordedEvent, StreamEvent, StreamHead } from './event-store.js';

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
  const chained = Buffer.allocUnsafe(previous.length / 2 + Buffer.byteLength(body));
  chained.write(body, chained.write(previous, 'hex'));
  return digestOf('sha256', chained, 'hex');
}

/** A UUIDv7 (RFC 9562) of an instant in milliseconds: a random one with the time in front. Libraries take ten times as long. */
export function uuidAt(milliseconds: number): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** Makes the records of a request, each with its id (UUIDv7), version, text and hash, and the head they lead to. */
export function recordsOf(request: AppendRequest, recordedAt: string): { records: EventRecord[]; head: StreamHead } {
  let { version, hash } = request.expected;
  const milliseconds = Date.parse(recordedAt);
  const records = request.events.map((event) => {
    version += 1;
    const id = uuidAt(milliseconds);
    const body = JSON.stringify({ id, stream: request.stream, version, recordedAt, ...request.envelope, ...event });
    hash = chainHash(hash, body);
    return { id, version, type: event.type, recordedAt, body, hash };
  });
  return { records, head: { version, hash } };
}

/** Reads a stored text back. */
export function eventOf(body: string, position: Position): RecordedEvent {
  const event = JSON.parse(body) as RecordedEvent;
  event.position = position;
  return event;
}

/** The same with what it is chained by. */
export function streamEventOf(body: string, position: Position, hash: string): StreamEvent {
  return Object.assign(eventOf(body, position), { hash });
}
