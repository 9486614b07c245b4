import type { Actor, DomainEvent } from '@riggen/event-sourcing';

/** A place in the global order of the store. Opaque but for this: a later event's position sorts after it as text. */
export type Position = string;

/** Before the first event. */
export const beginning: Position = '';

/** The end of a stream that its reader has seen: an append must build on it. `hash` is the chain's, in hex. */
export interface StreamHead {
  version: number;
  hash: string;
}

export const emptyStream: StreamHead = { version: 0, hash: '' };

/** The envelope that is written with the event, and hashed. `fingerprint` is that of the command's content. */
export interface Envelope {
  commandId: string;
  fingerprint: string;
  correlationId: string;
  causationId?: string;
  actor: Actor;
  marking?: string;
  source?: { list: string; line: number };
}

/** An event as it stands in the store. `version` counts from 1 in its stream; `recordedAt` is an ISO instant. */
export interface RecordedEvent<Event extends DomainEvent = DomainEvent> extends Envelope {
  id: string;
  stream: string;
  version: number;
  position: Position;
  recordedAt: string;
  type: Event['type'];
  schemaVersion: number;
  occurredAt: string;
  organisation: Event['organisation'];
  data: Event['data'];
}

/** An event as it is read in its stream, with the hash that the next one is chained to. */
export interface StreamEvent<Event extends DomainEvent = DomainEvent> extends RecordedEvent<Event> {
  hash: string;
}

/** The events of one command for one stream. */
export interface AppendRequest {
  stream: string;
  expected: StreamHead;
  events: DomainEvent[];
  envelope: Envelope;
}

/** The first event that a command led to. */
export interface EarlierCommand {
  stream: string;
  fingerprint: string;
  position: Position;
}

/**
 * `appended`: the events are there once. `conflict`: the stream has moved on; load it and decide again. `duplicate`: the
 * command id was used before, in `stream`, by a command with this fingerprint.
 */
export type AppendResult =
  | { outcome: 'appended'; head: StreamHead; position: Position }
  | { outcome: 'conflict' }
  | ({ outcome: 'duplicate' } & EarlierCommand);

/** Raised when more commands wait than the store takes in: the caller should slow down and send again. */
export class StoreOverloaded extends Error {}

/** Raised when the store is away or does not answer in time: the same request may succeed later, and has one effect. */
export class StoreUnavailable extends Error {}

/** An event as it is stored: the text that is hashed, not yet read, and what the store finds it by. */
export interface StoredRecord {
  position: Position;
  body: string;
  hash: string;
  filedUnder: FiledUnder;
}

/** What a store keeps beside the text, to find the event by: it must say what the text says. What a store has no use for is missing. */
export interface FiledUnder {
  stream: string;
  version: number;
  id: string;
  type: string;
  commandId?: string;
  /** The place of the event in its command, from 0. */
  ordinal?: number;
  recordedAt?: string;
  fingerprint?: string;
}

/** What an event of a read of the log must be of. */
export interface ReadFilter {
  /** The kind of stream: what stands before the first dash of its name. */
  category?: string;
}

/** The category of a stream. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0]!;

/** The truth of the system: streams of events that are only ever appended to. */
export interface EventStore {
  /** Appends all events of a command, or none. At least one event is needed. */
  append(request: AppendRequest): Promise<AppendResult>;
  /** What a command id led to, or undefined when it was never used. */
  findCommand(commandId: string): Promise<EarlierCommand | undefined>;
  /** The events of one stream in order, after a version. */
  readStream(stream: string, afterVersion?: number): Promise<StreamEvent[]>;
  /** At most `limit` events after a position in global order. Never passes an event that is still being written. */
  readAll(after: Position, limit: number, filter?: ReadFilter): Promise<RecordedEvent[]>;
  /**
   * What `readAll` gives, in batches of at most `size`, until nothing is left. One batch is read ahead of what its caller has
   * taken, and no more: a slow caller slows the reading down.
   */
  batches(after: Position, size: number, filter?: ReadFilter): AsyncIterable<RecordedEvent[]>;
  /** What `readAll` gives, unread: for checks and copies of the store. */
  readRecords(after: Position, limit: number): Promise<StoredRecord[]>;
  /** About how many events there are. */
  size(): Promise<number>;
  /** The position of the last event that `readAll` would give, or `beginning`. */
  lastPosition(): Promise<Position>;
  close(): Promise<void>;
}

/** The head of a stream whose events were read. */
export function headOf(events: StreamEvent[]): StreamHead {
  const last = events.at(-1);
  return last ? { version: last.version, hash: last.hash } : emptyStream;
}
