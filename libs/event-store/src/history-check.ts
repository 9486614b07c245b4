import type { FiledUnder, RecordedEvent, StoredRecord } from './event-store.js';
import { chainHash } from './record.js';

/** An event without its place in a store. */
export type StoredText = Pick<StoredRecord, 'body' | 'hash'> & { filedUnder?: FiledUnder };

/** The end of a stream as far as it was checked. */
interface CheckedHead {
  version: number;
  hash: string;
  commandId: string;
  ordinal: number;
}

/**
 * Checks events in global order: no stream has a gap, each hash chain is unbroken, every event is readable, and the store
 * finds it by what its text says.
 */
export class HistoryCheck {
  events = 0;
  private readonly heads = new Map<string, CheckedHead>();

  /** `whyUnreadable` says what is wrong with an event's type or data. */
  constructor(private readonly whyUnreadable: (event: RecordedEvent) => string | undefined) {}

  /** How many streams there are among the events so far. */
  get streams(): number {
    return this.heads.size;
  }

  /** What is wrong with the next event; nothing when it is sound. */
  problemsOf({ body, hash, filedUnder }: StoredText): string[] {
    this.events += 1;
    const event = parsed(body);
    if (!event) return ['an event whose text is not an event in JSON'];
    const head = this.heads.get(event.stream);
    const follows = event.version === (head?.version ?? 0) + 1;
    const ordinal = follows ? (head?.commandId === event.commandId ? head.ordinal + 1 : 0) : (filedUnder?.ordinal ?? 0);
    const problems: string[] = [];
    if (!follows) problems.push(`follows version ${head?.version ?? 0}`);
    if (filedUnder) problems.push(...misfiled(filedUnder, { ...event, ordinal }));
    const expected = chainHash(head?.hash ?? '', body);
    if (expected !== hash) problems.push('the hash chain is broken');
    const unreadable = this.whyUnreadable(event);
    if (unreadable) problems.push(unreadable);
    // `hash` may be a slice of a file's text, all of which would be kept with it.
    this.heads.set(event.stream, { version: event.version, hash: expected === hash ? expected : hash, commandId: event.commandId, ordinal });
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

/** Where the store would find the event, and it is not what the hashed text says. */
function misfiled(filedUnder: FiledUnder, told: FiledUnder): string[] {
  return (Object.keys(filedUnder) as (keyof FiledUnder)[])
    .filter((column) => filedUnder[column] !== told[column])
    .map((column) => `is filed under another ${column}: ${filedUnder[column]}`);
}
