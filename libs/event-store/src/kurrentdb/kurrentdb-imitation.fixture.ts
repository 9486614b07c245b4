import grpc from '@grpc/grpc-js';
import featuresService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import status from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import readService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import reads from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import conflicts from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/errors_pb.js';
import appendService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_grpc_pb.js';
import appends from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v2/streams/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

interface LoggedEvent {
  id: string;
  stream: string;
  revision: number;
  type: string;
  data: Uint8Array;
  metadata: Uint8Array;
  position: number;
}

/**
 * Answers the calls of KurrentDB's client as KurrentDB does, by its documents and source: appends to several streams with
 * checks of their revisions, idempotent by the events' ids, and reads. For specifications only; the log is in memory.
 */
export class KurrentDbImitation {
  /** What happens to the next append: its answer is lost after, or before, it was written. */
  loseNext: 'answer' | 'request' | undefined;
  /** How long an event that is written, and conflicts, cannot be read yet. */
  visibleAfter = 0;
  private readonly log: LoggedEvent[] = [];
  private visible = 0;
  private server = new grpc.Server();

  private constructor(private port: number) {}

  static async start(): Promise<KurrentDbImitation> {
    const imitation = new KurrentDbImitation(0);
    imitation.logSystemEvent();
    await imitation.listen();
    return imitation;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false&defaultDeadline=2000`;
  }

  async listen(): Promise<void> {
    this.server = new grpc.Server();
    this.server.addService(featuresService.ServerFeaturesService, { getSupportedMethods: this.tellFeatures });
    this.server.addService(appendService.StreamsServiceService, { appendSession: this.append, appendRecords: notImplemented });
    this.server.addService(readService.StreamsService, {
      ...{ read: this.read, append: notImplemented, batchAppend: notImplemented, delete: notImplemented, tombstone: notImplemented },
    });
    this.port = await new Promise<number>((resolve, reject) =>
      this.server.bindAsync(`127.0.0.1:${this.port}`, grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
    );
  }

  stop(): void {
    this.server.forceShutdown();
  }

  /** Writes what a server writes for itself. */
  logSystemEvent(): void {
    const nothing = Buffer.from('{}');
    this.add('$stats-0.0.0.0:2113', { id: randomUUID(), type: '$statsCollected', data: nothing, metadata: nothing });
    this.visible = this.log.length;
  }

  private readonly tellFeatures: grpc.handleUnaryCall<shared.Empty, features.SupportedMethods> = (_, callback) => {
    const methods = [
      ['kurrentdb.protocol.v2.streams.streamsservice', 'appendsession'],
      ['event_store.client.streams.streams', 'read'],
    ].map(([service, method]) => new features.SupportedMethod().setServiceName(service!).setMethodName(method!));
    callback(null, new features.SupportedMethods().setEventStoreServerVersion('26.0.3').setMethodsList(methods));
  };

  private readonly append: grpc.handleClientStreamingCall<appends.AppendRequest, appends.AppendSessionResponse> = (call, callback) => {
    const requests: appends.AppendRequest[] = [];
    call.on('data', (request: appends.AppendRequest) => requests.push(request));
    call.on('end', () => {
      const lost = this.loseNext;
      this.loseNext = undefined;
      if (lost === 'request') return callback({ code: grpc.status.UNAVAILABLE, details: 'the request was lost' });
      const failed = requests.find((request) => !this.isNext(request));
      if (failed && !requests.every((request) => this.isThere(request))) return callback(conflict(failed, this.revisionOf(failed.getStream())));
      if (!failed) requests.forEach((request) => request.getRecordsList().forEach((record) => this.addRecord(request.getStream(), record)));
      void this.whenVisible().then(() => {
        if (lost === 'answer') return callback({ code: grpc.status.UNAVAILABLE, details: 'the answer was lost' });
        callback(null, this.appended(requests));
      });
    });
  };

  private readonly read: grpc.handleServerStreamingCall<reads.ReadReq, reads.ReadResp> = (call) => {
    const options = call.request.getOptions()!;
    const readable = this.log.slice(0, this.visible);
    const backwards = options.getReadDirection() === reads.ReadReq.Options.ReadDirection.BACKWARDS;
    const events = options.hasAll() ? inLog(readable, options) : inStream(readable, options.getStream()!);
    if (events) (backwards ? events.reverse() : events).slice(0, Number(options.getCount())).forEach((event) => call.write(answerWith(event)));
    else call.write(new reads.ReadResp().setStreamNotFound(new reads.ReadResp.StreamNotFound().setStreamIdentifier(options.getStream()!.getStreamIdentifier())));
    call.end();
  };

  private revisionOf(stream: string): number {
    return this.log.filter((event) => event.stream === stream).length - 1;
  }

  private isNext(request: appends.AppendRequest): boolean {
    return Number(request.getExpectedRevision()) === this.revisionOf(request.getStream());
  }

  private isThere(request: appends.AppendRequest): boolean {
    const first = Number(request.getExpectedRevision()) + 1;
    const written = this.log.filter(({ stream }) => stream === request.getStream());
    return request.getRecordsList().every((record, index) => written[first + index]?.id === record.getRecordId());
  }

  private addRecord(stream: string, record: appends.AppendRecord): void {
    const properties = [...record.getPropertiesMap().entries()].map(([key, value]) => [key, value.getStringValue()] as const);
    const metadata = Buffer.from(JSON.stringify({ '$schema.format': 'Json', ...Object.fromEntries(properties) }));
    this.add(stream, { id: record.getRecordId()!, type: record.getSchema()!.getName(), data: record.getData_asU8(), metadata });
  }

  private add(stream: string, event: Pick<LoggedEvent, 'id' | 'type' | 'data' | 'metadata'>): void {
    const last = this.log.at(-1);
    const position = last ? last.position + 100 + last.data.length : 0;
    this.log.push({ ...event, stream, revision: this.revisionOf(stream) + 1, position });
  }

  private async whenVisible(): Promise<void> {
    const written = this.log.length;
    if (this.visibleAfter) await sleep(this.visibleAfter);
    this.visible = Math.max(this.visible, written);
  }

  private appended(requests: appends.AppendRequest[]): appends.AppendSessionResponse {
    const ids = new Set(requests.flatMap((request) => request.getRecordsList().map((record) => record.getRecordId())));
    const output = requests.map((request) => new appends.AppendResponse().setStream(request.getStream()).setStreamRevision(`${this.revisionOf(request.getStream())}`));
    return new appends.AppendSessionResponse().setOutputList(output).setPosition(`${this.log.findLast(({ id }) => ids.has(id))!.position}`);
  }
}

function inLog(log: LoggedEvent[], options: reads.ReadReq.Options): LoggedEvent[] {
  const from = options.getAll()!.getPosition();
  const regex = new RegExp(options.getFilter()!.getStreamIdentifier()!.getRegex());
  return log.filter(({ stream, position }) => regex.test(stream) && (!from || position >= Number(from.getCommitPosition())));
}

function inStream(log: LoggedEvent[], asked: reads.ReadReq.Options.StreamOptions): LoggedEvent[] | undefined {
  const name = Buffer.from(asked.getStreamIdentifier()!.getStreamName_asU8()).toString();
  const events = log.filter(({ stream }) => stream === name);
  return events.length ? events.filter(({ revision }) => revision >= Number(asked.getRevision())) : undefined;
}

function answerWith({ id, stream, revision, type, data, metadata, position }: LoggedEvent): reads.ReadResp {
  const recorded = new reads.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(`${revision}`)
    .setCommitPosition(`${position}`)
    .setPreparePosition(`${position}`)
    .setData(data)
    .setCustomMetadata(metadata);
  recorded.getMetadataMap().set('type', type).set('created', `${Date.now()}0000`).set('content-type', 'application/json');
  return new reads.ReadResp().setEvent(new reads.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(`${position}`));
}

function conflict(request: appends.AppendRequest, actual: number): Partial<grpc.ServiceError> {
  const details = new conflicts.StreamRevisionConflictErrorDetails()
    .setStream(request.getStream())
    .setExpectedRevision(request.getExpectedRevision()!)
    .setActualRevision(`${actual}`);
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), 'kurrentdb.protocol.v2.streams.errors.StreamRevisionConflictErrorDetails');
  const metadata = new grpc.Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from(new status.Status().setDetails(packed).serializeBinary()));
  return { code: grpc.status.FAILED_PRECONDITION, details: 'revision conflict', metadata };
}

function notImplemented(): never {
  throw new Error('The imitation does not know this call');
}
