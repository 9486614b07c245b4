import { jsonEvent, streamNameFilter } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import type { StoredRecord } from '../event-store.js';
import type { EventRecord } from '../record.js';
import { formatPosition, type LogPosition } from './position.js';

// These names are in the log of every store: they can never change.
const markerPrefix = 'command-';
const markerType = 'CommandTaken';

/** Where the first event of a command is: what its marker says. */
export interface CommandMarker {
  stream: string;
  version: number;
}

/** What of an event that was read the store looks at. */
export interface ReadEvent {
  id: string;
  streamId: string;
  revision: bigint;
  type: string;
  data: unknown;
  metadata?: unknown;
  position?: LogPosition;
}

/** Leaves the server's own events and the markers of commands out of a read of the whole log. */
export const domainEvents = streamNameFilter({ regex: `^(?!\\$|${markerPrefix})` });

/** Leaves out the events of other categories too. */
export function eventsOfCategory(category: string) {
  const literal = category.replace(/[^\p{L}\p{N}]/gu, '\\$&');
  return streamNameFilter({ regex: `^(?!\\$|${markerPrefix})${literal}(-|$)` });
}

/** Throws on a stream whose events `domainEvents` would leave out. */
export function refuseReservedStream(stream: string): void {
  if (stream.startsWith('$') || stream.startsWith(markerPrefix)) throw new Error(`The stream name "${stream}" is reserved`);
}

/** The stream that holds the marker of one command, and nothing else. */
export const markerStream = (commandId: string): string => `${markerPrefix}${commandId}`;

/**
 * A record as an event of KurrentDB. The text is JSON as JSON.stringify writes it, and the client writes its value the same
 * way: what is stored is the text that was hashed. The hash does not belong to it, and goes beside it.
 */
export function eventDataOf({ id, type, body, hash }: EventRecord) {
  return jsonEvent({ id, type, data: JSON.parse(body) as Record<string, unknown>, metadata: { hash } });
}

/**
 * The marker of a command. Its id is a new one each time: under an id made of the command's, KurrentDB would take the second
 * marker for the first sent again.
 */
export function markerOf({ stream, version }: CommandMarker) {
  return jsonEvent({ id: randomUUID(), type: markerType, data: { stream, version } });
}

/** Reads a record back. Throws when the event was not written by this store. */
export function storedRecordOf({ id, streamId, revision, type, data, metadata, position }: ReadEvent): StoredRecord {
  const { hash } = (metadata ?? {}) as { hash?: string };
  if (!hash || !position) throw new Error(`Event ${id} of stream "${streamId}" was not written by this store: it has no ${hash ? 'position' : 'hash'}`);
  const filedUnder = { stream: streamId, version: Number(revision) + 1, id, type };
  return { position: formatPosition(position), body: JSON.stringify(data), hash, filedUnder };
}
