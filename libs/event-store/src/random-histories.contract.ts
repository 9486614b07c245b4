import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { eventually } from '../../../tools/jest/servers.js';
import { type AppendRequest, type AppendResult, categoryOf, type EventStore, headOf, type RecordedEvent, type StreamEvent } from './event-store.js';
import { HistoryCheck } from './history-check.js';

/** What a writer does next. `again` sends the id of the command that was made so many commands ago, whoever made it. */
const step = fc.record({
  stream: fc.nat(4),
  events: fc.integer({ min: 1, max: 3 }),
  how: fc.oneof(
    { weight: 5, arbitrary: fc.constant({ kind: 'on the head' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'ahead' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'behind' as const }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), back: fc.nat(5) }) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A request and what the store answered. */
interface Sent {
  request: AppendRequest;
  result: AppendResult;
  /** Whether the request built on the head that was read just before. */
  onHead: boolean;
}

/** Compares a store with what must be true of any: after writers that race each other, while readers follow. */
export function randomHistories(store: () => EventStore): void {
  it('loses, doubles and reorders nothing under random histories of concurrent writers and readers', async () => {
    const writers = fc.array(fc.array(step, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(writers, async (scripts) => {
        const history = new History(store());
        const start = await store().lastPosition();
        let writing = true;
        const reading = readWhile(store(), start, () => writing);
        await Promise.all(scripts.map((script) => history.write(script)));
        const appended = history.sent.flatMap(({ result }) => (result.outcome === 'appended' ? [result.position] : []));
        await eventually(() => store().lastPosition(), (last) => appended.every((position) => position <= last));
        writing = false;
        await history.check(start, await reading);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
}

/** Follows the log in small batches until nobody writes any more and nothing is left. */
async function readWhile(store: EventStore, after: string, isWriting: () => boolean): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for (;;) {
    const last = !isWriting();
    for await (const batch of store.batches(seen.at(-1)?.position ?? after, 3)) seen.push(...batch);
    if (last) return seen;
    await setImmediate();
  }
}

class History {
  readonly sent: Sent[] = [];
  private readonly run = randomUUID().replaceAll('-', '');
  private readonly commandIds: string[] = [];

  constructor(private readonly store: EventStore) {}

  async write(script: Step[]): Promise<void> {
    for (const { stream: number, events, how } of script) {
      const stream = `${number % 2 ? 'odd' : 'even'}${this.run}-${number}`;
      const known = await this.store.readStream(stream);
      const head = headOf(how.kind === 'behind' ? known.slice(0, -1) : known);
      const earlier = how.kind === 'again' ? this.commandIds.at(-1 - how.back) : undefined;
      const commandId = earlier ?? randomUUID();
      this.commandIds.push(commandId);
      const envelope = { commandId, fingerprint: `${number}`, correlationId: randomUUID(), actor: { kind: 'system', id: 's' } as const };
      const event = { type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {} };
      const request = {
        ...{ stream, envelope, expected: how.kind === 'ahead' ? { ...head, version: head.version + 100 } : head },
        events: Array.from({ length: events }, (_, n) => ({ ...event, data: { commandId, n } })),
      };
      this.sent.push({ request, result: await this.store.append(request), onHead: head.version === known.length && how.kind !== 'ahead' });
    }
  }

  /** The store's streams are what the answers say, and the log is the streams. */
  async check(start: string, seen: RecordedEvent[]): Promise<void> {
    const streams = new Map<string, StreamEvent[]>();
    for (const { stream } of this.sent.map(({ request }) => request)) streams.set(stream, await this.store.readStream(stream));
    this.checkAnswers(streams);

    const events = [...streams.values()].flat().map(({ hash: _, ...event }): RecordedEvent => event);
    const log = events.sort((a, b) => (a.position < b.position ? -1 : 1));
    expect(seen.filter(({ stream }) => streams.has(stream))).toEqual(log);
    expect(new Set(log.map(({ position }) => position)).size).toBe(log.length);
    for (const category of new Set([...streams.keys()].map(categoryOf))) {
      const ofCategory: RecordedEvent[] = [];
      for await (const batch of this.store.batches(start, 2, { category })) ofCategory.push(...batch);
      expect(ofCategory).toEqual(log.filter(({ stream }) => categoryOf(stream) === category));
    }
    const check = new HistoryCheck(() => undefined);
    const records = (await this.store.readRecords(start, 100_000)).filter(({ filedUnder }) => streams.has(filedUnder.stream));
    expect(records.flatMap((record) => check.problemsOf(record))).toEqual([]);
    expect(check.events).toBe(log.length);
  }

  private checkAnswers(streams: Map<string, StreamEvent[]>): void {
    const took = new Map<string, AppendRequest>();
    for (const { request, result } of this.sent) {
      if (result.outcome !== 'appended') continue;
      const { stream, expected, events, envelope } = request;
      expect(took.has(envelope.commandId)).toBe(false);
      took.set(envelope.commandId, request);
      const stored = streams.get(stream)!.slice(expected.version, expected.version + events.length);
      expect(stored.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
      expect(result).toMatchObject({ head: headOf(stored), position: stored.at(-1)!.position });
    }
    for (const { request, result, onHead } of this.sent) {
      const { length } = streams.get(request.stream)!;
      if (result.outcome === 'conflict' && onHead) expect(length).toBeGreaterThan(request.expected.version);
      if (result.outcome === 'duplicate') {
        const { stream, expected, envelope } = took.get(request.envelope.commandId)!;
        expect(result).toMatchObject({ stream, fingerprint: envelope.fingerprint, position: streams.get(stream)![expected.version]!.position });
      }
    }
    for (const [stream, events] of streams) {
      const appended = [...took.values()].filter((request) => request.stream === stream).flatMap((request) => request.events);
      expect(events).toHaveLength(appended.length);
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    }
  }
}
