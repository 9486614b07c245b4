import { emptyStream, type RecordedEvent, type StoredRecord, type StreamHead } from './event-store.js';
import { chainHash } from './record.js';

/** An event without its place in a store. */
export type StoredText = Pick<StoredRecord, 'body' | 'hash'>;

/** Checks events in global order: no stream has a gap, each hash chain is unbroken, and every event is readable. */
export class HistoryCheck {
  events = 0;
  private readonly heads = new Map<string, StreamHead>();

  /** `whyUnreadable` says what is wrong with an event's type or data. */
  constructor(private readonly whyUnreadable: (event: RecordedEvent) => string | undefined) {}

  /** How many streams there are among the events so far. */
  get streams(): number {
    return this.heads.size;
  }

  /** What is wrong with the next event; nothing when it is sound. */
  problemsOf({ body, hash }: StoredText): string[] {
    this.events += 1;
    const event = parsed(body);
    if (!event) return ['an event whose text is not an event in JSON'];
    const head = this.heads.get(event.stream) ?? emptyStream;
    const problems: string[] = [];
    if (event.version !== head.version + 1) problems.push(`follows version ${head.version}`);
    const expected = chainHash(head.hash, body);
    if (expected !== hash) problems.push('the hash chain is broken');
    const unreadable = this.whyUnreadable(event);
    if (unreadable) problems.push(unreadable);
    // `hash` may be a slice of a file's text, all of which would be kept with it.
    this.heads.set(event.stream, { version: event.version, hash: expected === hash ? expected : hash });
    return problems.map((problem) => `${event.stream} version ${event.version}: ${problem}`);
  }
}

function parsed(body: string): RecordedEvent | undefined {
  try {
    const event = JSON.parse(body) as RecordedEvent | null;
    return typeof event?.stream === 'string' && Number.isInteger(event.version) ? event : undefined;
  } catch {
    return undefined;
  }
}
