import { eventDefinition } from '@riggen/contracts';
import { chainHash, emptyStream, type EventStore, type RecordedEvent, type StreamHead } from '@riggen/event-store';

const batch = 2_000;

export interface StoreVerification {
  events: number;
  streams: number;
  problems: string[];
}

/**
 * Reads the whole store and checks that no stream has a gap, that every event is readable by the schema of its version, and
 * that each stream's hash chain is unbroken.
 */
export async function verifyStore(store: EventStore, onProgress: (done: number) => void): Promise<StoreVerification> {
  const heads = new Map<string, StreamHead>();
  const problems: string[] = [];
  let events = 0;
  let after = '';
  for (;;) {
    const records = await store.readRecords(after, batch);
    if (!records.length) return { events, streams: heads.size, problems };
    for (const { body, hash, position } of records) {
      const event = JSON.parse(body) as RecordedEvent;
      const head = heads.get(event.stream) ?? emptyStream;
      const where = `${event.stream} version ${event.version} at ${position}`;
      if (event.version !== head.version + 1) problems.push(`${where}: follows version ${head.version}`);
      if (chainHash(head.hash, body) !== hash) problems.push(`${where}: the hash chain is broken`);
      const unreadable = whyUnreadable(event);
      if (unreadable) problems.push(`${where}: ${unreadable}`);
      heads.set(event.stream, { version: event.version, hash });
    }
    events += records.length;
    onProgress(events);
    after = records.at(-1)!.position;
  }
}

function whyUnreadable({ type, schemaVersion, data }: RecordedEvent): string | undefined {
  const definition = eventDefinition(type, schemaVersion);
  if (!definition) return `no schema for ${type} version ${schemaVersion}`;
  const result = definition.schema.safeParse(data);
  return result.success ? undefined : `does not fit the schema of ${type} version ${schemaVersion}: ${result.error.message}`;
}
