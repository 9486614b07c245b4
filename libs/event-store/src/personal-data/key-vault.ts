import type { RecordedEvent } from '../event-store.js';

/** The event that erased a person, as it is kept in the ledger. It holds keys and a reason, and nothing of the person. */
export type ErasureEvent = Pick<
  RecordedEvent,
  'id' | 'stream' | 'type' | 'schemaVersion' | 'occurredAt' | 'organisation' | 'actor' | 'correlationId' | 'data'
>;

/** Raised when something is to be encrypted for a person who is erased. */
export class PersonIsErased extends Error {}

/** The keys of persons, and the ledger of those that were destroyed. Kept outside the event store. */
export interface KeyVault {
  /** The keys of persons, made and saved where there is none yet. Throws PersonIsErased. */
  keysFor(personIds: string[]): Promise<Map<string, Buffer>>;
  /** The keys that are there. */
  keysOf(personIds: string[]): Promise<Map<string, Buffer>>;
  /** Those of the persons whose erasure is in the ledger. */
  erasedAmong(personIds: string[]): Promise<Set<string>>;
  /** Destroys a person's key for ever and records it in the ledger, in one step. Once is as good as twice. */
  destroy(personId: string, because: ErasureEvent): Promise<void>;
}
