import type { RecordedEvent } from '../event-store.js';
import type { Unread } from '../read-ahead.js';
import { columnCount } from './copied-rows.js';
import { placeBytes, positionAt } from './position.js';

// Where the columns of a row of (tx, position, body) begin, each with its length in four bytes before it.
const placeColumns = columnCount + 4;
const bodyColumn = placeColumns + placeBytes + 4;

/** What is read at once: JSON.parse takes a fifth less for each of some dozen events than for one, and one long text costs less to make than many. */
const part = { bytes: 1 << 16, events: 64 };
const [opening, comma, closing] = Buffer.from('[,]') as unknown as [number, number, number];

/** An array in JSON, and where its events stand, in hex. */
interface Part {
  json: string;
  places: string;
}

/** Events as their rows come from the server, which are read when they are wanted: what waits are a few texts. */
export class UnreadEvents {
  private readonly parts: Part[] = [];
  private readonly places = Buffer.allocUnsafe(part.events * placeBytes);
  private bytes = Buffer.allocUnsafe(part.bytes);
  private used = 0;
  private count = 0;

  /** Takes a row of (tx, position, body) in binary, whose bytes may be overwritten afterwards. */
  take(row: Buffer): void {
    const needed = row.length - bodyColumn + 2;
    if (this.count === part.events || this.used + needed > this.bytes.length) this.endPart();
    if (needed > this.bytes.length) this.bytes = Buffer.allocUnsafe(needed);
    row.copy(this.places, this.count * placeBytes, placeColumns, placeColumns + placeBytes);
    this.bytes[this.used] = this.count ? comma : opening;
    this.used += 1 + row.copy(this.bytes, this.used + 1, bodyColumn);
    this.count += 1;
  }

  /** What was taken, when there is no more. */
  end(): Unread | undefined {
    this.endPart();
    const places = this.parts.at(-1)?.places;
    if (places === undefined) return undefined;
    return { last: positionAt(places, places.length / 2 / placeBytes - 1), events: () => this.parts.flatMap(eventsOf) };
  }

  private endPart(): void {
    if (!this.count) return;
    this.bytes[this.used] = closing;
    this.parts.push({ json: this.bytes.toString('utf8', 0, this.used + 1), places: this.places.toString('hex', 0, this.count * placeBytes) });
    this.used = this.count = 0;
  }
}

function eventsOf({ json, places }: Part): RecordedEvent[] {
  const events = JSON.parse(json) as RecordedEvent[];
  events.forEach((event, no) => (event.position = positionAt(places, no)));
  return events;
}
