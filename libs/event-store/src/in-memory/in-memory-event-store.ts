import {
  type AppendRequest,
  type AppendResult,
  categoryOf,
  type EarlierCommand,
  type EventStore,
  headOf,
  type Position,
  type ReadFilter,
  type RecordedEvent,
  type StoredRecord,
  type StreamEvent,
} from '../event-store.js';
import { batchesOf } from '../read-ahead.js';
import { eventOf, recordsOf, streamEventOf } from '../record.js';

/** An event store that forgets: for specifications and trial runs. */
export class InMemoryEventStore implements EventStore {
  private readonly log: StoredRecord[] = [];
  private readonly streams = new Map<string, StreamEvent[]>();
  private readonly commands = new Map<string, RecordedEvent>();

  async append(request: AppendRequest): Promise<AppendResult> {
    const earlier = this.earlierCommand(request.envelope.commandId);
    if (earlier) return { outcome: 'duplicate', ...earlier };
    const stream = this.streams.get(request.stream) ?? [];
    const head = headOf(stream);
    if (head.version !== request.expected.version) return { outcome: 'conflict' };
    const { records, head: newHead } = recordsOf(request, new Date().toISOString());
    const stored = records.map(({ id, version, type, body, hash }, index): StoredRecord => {
      const position = this.positionAt(this.log.length + index + 1);
      return { position, body, hash, filedUnder: { stream: request.stream, version, id, type } };
    });
    const recorded = stored.map(({ body, hash, position }) => streamEventOf(body, position, hash));
    this.log.push(...stored);
    this.streams.set(request.stream, [...stream, ...recorded]);
    this.commands.set(request.envelope.commandId, recorded[0]!);
    return { outcome: 'appended', head: newHead, position: recorded.at(-1)!.position };
  }

  async findCommand(commandId: string): Promise<EarlierCommand | undefined> {
    return this.earlierCommand(commandId);
  }

  async readStream(stream: string, afterVersion = 0): Promise<StreamEvent[]> {
    return (this.streams.get(stream) ?? []).slice(afterVersion);
  }

  async readAll(after: Position, limit: number, { category }: ReadFilter = {}): Promise<RecordedEvent[]> {
    const records = this.log.filter(({ position, filedUnder }) => position > after && (!category || categoryOf(filedUnder.stream) === category));
    return records.slice(0, limit).map(({ body, position }) => eventOf(body, position));
  }

  batches(after: Position, size: number, filter?: ReadFilter): AsyncIterable<RecordedEvent[]> {
    return batchesOf((from) => this.readAll(from, size, filter), after);
  }

  async readRecords(after: Position, limit: number): Promise<StoredRecord[]> {
    const first = this.log.findIndex(({ position }) => position > after);
    return first < 0 ? [] : this.log.slice(first, first + limit);
  }

  async size(): Promise<number> {
    return this.log.length;
  }

  async lastPosition(): Promise<Position> {
    return this.log.at(-1)?.position ?? '';
  }

  async close(): Promise<void> {}

  private earlierCommand(commandId: string): EarlierCommand | undefined {
    const event = this.commands.get(commandId);
    return event && { stream: event.stream, fingerprint: event.fingerprint, position: event.position };
  }

  private positionAt(index: number): Position {
    return index.toString(16).padStart(12, '0');
  }
}
