import {
  type AppendStreamRequest,
  BACKWARDS,
  END,
  type Filter,
  KurrentDBClient,
  NO_STREAM,
  START,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AppendRequest,
  type AppendResult,
  beginning,
  type EarlierCommand,
  type EventStore,
  type Position,
  type ReadFilter,
  type RecordedEvent,
  type StoredRecord,
  type StreamEvent,
  StoreUnavailable,
} from '../event-store.js';
import { batchesOf } from '../read-ahead.js';
import { eventOf, recordsOf, streamEventOf } from '../record.js';
import { askServer, readToEnd } from './ask-server.js';
import { InFlightLimit } from './in-flight-limit.js';
import { formatPosition, parsePosition } from './position.js';
import {
  type CommandMarker,
  eventsOfCategory,
  domainEvents,
  eventDataOf,
  markerOf,
  markerStream,
  type ReadEvent,
  refuseReservedStream,
  storedRecordOf,
} from './stored-events.js';

const sampleOfSize = 1_000;
const asEvent = ({ body, position }: StoredRecord) => eventOf(body, position);
const asStreamEvent = ({ body, position, hash }: StoredRecord) => streamEventOf(body, position, hash);

/**
 * The event store on KurrentDB (25.1 or later). A command's events are appended together with a marker in a stream that only
 * this command can begin: so its id has one effect, whichever stream it is sent to. See docs/decisions.
 */
export class KurrentDbEventStore implements EventStore {
  private readonly appending = new InFlightLimit();

  private constructor(private readonly client: KurrentDBClient) {}

  /** Opens the store of the server or cluster that a connection string names. Throws StoreUnavailable when it is away. */
  static async open({ url }: { url: string }): Promise<KurrentDbEventStore> {
    const store = new KurrentDbEventStore(KurrentDBClient.connectionString(url));
    await store.lastPosition();
    return store;
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    if (!request.events.length) throw new Error('An append needs at least one event');
    refuseReservedStream(request.stream);
    return this.appending.run(() => this.write(request));
  }

  async findCommand(commandId: string): Promise<EarlierCommand | undefined> {
    const [marker] = await this.readEvents(markerStream(commandId), 0, 1);
    if (!marker) return undefined;
    const { stream, version } = marker.data as CommandMarker;
    const [first] = await this.readEvents(stream, version - 1, 1);
    if (!first) return undefined;
    const { fingerprint, position } = asEvent(storedRecordOf(first));
    return { stream, fingerprint, position };
  }

  async readStream(stream: string, afterVersion = 0): Promise<StreamEvent[]> {
    const events = await this.readEvents(stream, afterVersion);
    return events.map((event) => asStreamEvent(storedRecordOf(event)));
  }

  async readAll(after: Position, limit: number, { category }: ReadFilter = {}): Promise<RecordedEvent[]> {
    return (await this.recordsAfter(after, limit, category === undefined ? domainEvents : eventsOfCategory(category))).map(asEvent);
  }

  batches(after: Position, size: number, filter?: ReadFilter): AsyncIterable<RecordedEvent[]> {
    return batchesOf((from) => this.readAll(from, size, filter), after);
  }

  readRecords(after: Position, limit: number): Promise<StoredRecord[]> {
    return this.recordsAfter(after, limit, domainEvents);
  }

  /** Told from the first events and the length of the log, since KurrentDB does not count: exact in a small store. */
  async size(): Promise<number> {
    const sample = await this.readRecords(beginning, sampleOfSize);
    if (sample.length < sampleOfSize) return sample.length;
    const lengthTo = (position: Position) => Number(parsePosition(position).commit);
    return Math.round((sampleOfSize * lengthTo(await this.lastPosition())) / lengthTo(sample.at(-1)!.position));
  }

  async lastPosition(): Promise<Position> {
    const backwards = { direction: BACKWARDS, fromPosition: END, maxCount: 1, filter: domainEvents, requiresLeader: true } as const;
    const [last] = await askServer(() => readToEnd(this.client.readAll(backwards)));
    return last ? storedRecordOf(last).position : beginning;
  }

  async close(): Promise<void> {
    await this.appending.idle();
    await this.client.dispose();
  }

  private async recordsAfter(after: Position, limit: number, filter: Filter): Promise<StoredRecord[]> {
    const fromPosition = after === beginning ? START : parsePosition(after);
    // KurrentDB reads from a position including the event there.
    const maxCount = after === beginning ? limit : limit + 1;
    const events = await askServer(() => readToEnd(this.client.readAll({ fromPosition, maxCount, filter, requiresLeader: true })));
    const records = events.map(storedRecordOf);
    return records.filter(({ position }) => position > after).slice(0, limit);
  }

  private async write(request: AppendRequest): Promise<AppendResult> {
    const { stream, expected, envelope } = request;
    const { records, head } = recordsOf(request, new Date().toISOString());
    const marker: AppendStreamRequest = {
      streamName: markerStream(envelope.commandId),
      expectedState: NO_STREAM,
      events: [markerOf({ stream, version: expected.version + 1 })],
    };
    const events: AppendStreamRequest = {
      streamName: stream,
      expectedState: expected.version ? BigInt(expected.version - 1) : NO_STREAM,
      events: records.map(eventDataOf),
    };
    try {
      // The marker comes first: when both are refused, KurrentDB names the first. The same request may arrive twice, since the
      // server knows it by its events' ids.
      const { position } = await askServer(() => this.client.multiStreamAppend([marker, events]));
      return { outcome: 'appended', head, position: formatPosition({ commit: position, prepare: position }) };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      if (error.streamName !== marker.streamName) return { outcome: 'conflict' };
      return { outcome: 'duplicate', ...(await this.whatTook(envelope.commandId)) };
    }
  }

  /** KurrentDB refuses because of what it is about to write, which can be read a moment later. */
  private async whatTook(commandId: string): Promise<EarlierCommand> {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const earlier = await this.findCommand(commandId);
      if (earlier) return earlier;
      await sleep(10 * 2 ** attempt);
    }
    throw new StoreUnavailable(`The command ${commandId} is still being written`);
  }

  private async readEvents(stream: string, afterVersion: number, maxCount?: number): Promise<ReadEvent[]> {
    const options = { fromRevision: BigInt(afterVersion), maxCount, requiresLeader: true };
    try {
      return await askServer(() => readToEnd(this.client.readStream(stream, options)));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }
}
