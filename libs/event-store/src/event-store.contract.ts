import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@riggen/event-sourcing';
import { randomUUID } from 'node:crypto';
import { eventually } from '../../../tools/jest/servers.js';
import { type AppendRequest, type AppendResult, emptyStream, type EventStore, headOf, type RecordedEvent } from './event-store.js';
import { randomHistories } from './random-histories.contract.js';
import { chainHash } from './record.js';

const happened = (note: string): DomainEvent => ({
  type: 'SomethingHappened',
  schemaVersion: 1,
  occurredAt: '2025-03-03T08:00:00.000Z',
  organisation: { service: 's1', region: 'nord' },
  data: { note },
});

const request = (stream: string, events: DomainEvent[], about: Partial<AppendRequest> = {}): AppendRequest => ({
  stream,
  expected: emptyStream,
  events,
  envelope: { commandId: randomUUID(), fingerprint: 'f', correlationId: randomUUID(), actor: { kind: 'system', id: 'specification' } },
  ...about,
});

const notes = (events: RecordedEvent[]) => events.map(({ data }) => (data as { note: string }).note);

/**
 * What every event store must keep to. `open` gives one that nobody else writes to meanwhile; it may hold events already.
 * `group` is `describe.skip` where such a store cannot be had.
 */
export function eventStoreContract(
  name: string,
  open: () => Promise<{ store: EventStore; close(): Promise<void> }>,
  group: (title: string, specifications: () => void) => void = describe,
): void {
  group(`${name} as an event store`, () => {
    let store: EventStore;
    let close: () => Promise<void>;
    let stream: string;

    /** Waits until readers of the log see what was appended: a store may hold them back for a moment. */
    const readable = (results: AppendResult[]) => {
      const positions = results.map((result) => (result as { position: string }).position).sort();
      return eventually(() => store.lastPosition(), (last) => last >= positions.at(-1)!);
    };
    const own = (event: { stream: string }) => event.stream.startsWith(stream);

    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close());
    beforeEach(() => {
      stream = `thing-${randomUUID()}`;
    });

    it('gives back what was appended, in order, with its envelope', async () => {
      const asked = request(stream, [happened('a'), happened('b')]);
      const result = await store.append({ ...asked, envelope: { ...asked.envelope, marking: 'synthetic' } });
      const events = await store.readStream(stream);
      expect(result).toEqual({ outcome: 'appended', head: headOf(events), position: events[1]!.position });
      expect(events).toMatchObject([
        { stream, version: 1, ...happened('a'), commandId: asked.envelope.commandId, actor: { kind: 'system' }, marking: 'synthetic' },
        { stream, version: 2, ...happened('b') },
      ]);
      expect(Date.parse(events[0]!.recordedAt)).toBeGreaterThan(Date.parse('2026-01-01'));
      expect(await store.readStream(stream, 1)).toEqual([events[1]]);
    });

    it('has nothing in a stream that nobody wrote to', async () => {
      expect(await store.readStream(stream)).toEqual([]);
    });

    it('refuses an append that does not build on the head of its stream', async () => {
      await store.append(request(stream, [happened('a')]));
      expect(await store.append(request(stream, [happened('late')]))).toEqual({ outcome: 'conflict' });
      const ahead = { expected: { version: 7, hash: '' } };
      expect(await store.append(request(stream, [happened('early')], ahead))).toEqual({ outcome: 'conflict' });
      expect(notes(await store.readStream(stream))).toEqual(['a']);
    });

    it('has one effect for the same command id, in the same stream and in another', async () => {
      const asked = request(stream, [happened('once')]);
      const first = await store.append(asked);
      const earlier = { stream, fingerprint: 'f', position: (first as { position: string }).position };
      expect(await store.append({ ...asked, expected: headOf(await store.readStream(stream)) })).toEqual({ outcome: 'duplicate', ...earlier });
      expect(await store.append({ ...asked, stream: `${stream}-other` })).toEqual({ outcome: 'duplicate', ...earlier });
      expect(await store.findCommand(asked.envelope.commandId)).toEqual(earlier);
      expect(await store.findCommand(randomUUID())).toBeUndefined();
      expect(await store.readStream(`${stream}-other`)).toEqual([]);
    });

    it('lets one of many writers of the same head win, with all its events', async () => {
      const writers = Array.from({ length: 20 }, (_, n) => store.append(request(stream, [happened(`${n}`), happened(`${n}`)])));
      const outcomes = (await Promise.all(writers)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19);
      const [first, second] = notes(await store.readStream(stream));
      expect(first).toBe(second);
    });

    it('does not let the conflict of one command harm those beside it', async () => {
      await store.append(request(stream, [happened('a')]));
      const results = await Promise.all([
        store.append(request(`${stream}-1`, [happened('b')])),
        store.append(request(stream, [happened('conflict')])),
        store.append(request(`${stream}-2`, [happened('c')])),
      ]);
      expect(results.map(({ outcome }) => outcome)).toEqual(['appended', 'conflict', 'appended']);
    });

    it('chains the events of a stream by their hashes', async () => {
      const start = await store.lastPosition();
      await readable([await store.append(request(stream, [happened('a'), happened('b')]))]);
      const records = (await store.readRecords(start, 10_000)).filter(({ body }) => own(JSON.parse(body) as RecordedEvent));
      expect(records.map(({ position }) => position)).toEqual((await store.readStream(stream)).map(({ position }) => position));
      expect(records[0]!.hash).toBe(chainHash('', records[0]!.body));
      expect(records[1]!.hash).toBe(chainHash(records[0]!.hash, records[1]!.body));
    });

    it('reads the log in global order from a position, in batches, without a gap or a repetition', async () => {
      const start = await store.lastPosition();
      const results: AppendResult[] = [];
      for (const note of ['a', 'b', 'c', 'd', 'e']) results.push(await store.append(request(`${stream}-${note}`, [happened(note)])));
      await readable(results);
      const read: string[] = [];
      let after = start;
      for (let batch = await store.readAll(after, 2); batch.length; batch = await store.readAll(after, 2)) {
        read.push(...notes(batch.filter(own)));
        after = batch.at(-1)!.position;
      }
      expect(read).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(after).toBe(await store.lastPosition());
    });

    it('never lets a reader pass an event that is still being written', async () => {
      let after = await store.lastPosition();
      const seen = new Set<string>();
      const expected = new Set<string>();
      let writing = true;
      const results: AppendResult[] = [];
      const writers = Array.from({ length: 8 }, async (_, writer) => {
        for (let n = 0; n < 40; n += 1) {
          const result = await store.append(request(`${stream}-${writer}-${n}`, [happened(`${writer}-${n}`)]));
          if (result.outcome === 'appended') expected.add(`${writer}-${n}`);
          results.push(result);
        }
      });
      const reading = (async () => {
        for (;;) {
          const last = !writing;
          const batch = await store.readAll(after, 50);
          notes(batch.filter(own)).forEach((note) => seen.add(note));
          after = batch.at(-1)?.position ?? after;
          if (last && !batch.length) return;
        }
      })();
      await Promise.all(writers);
      await readable(results);
      writing = false;
      await reading;
      expect(seen).toEqual(expected);
      expect(expected.size).toBe(320);
    });

    it('reads the events of one category, a kind of stream, in global order', async () => {
      const [kind, other] = [`kind${randomUUID().slice(0, 8)}`, `kind${randomUUID().slice(0, 8)}`];
      const start = await store.lastPosition();
      const streams = [`${kind}-1`, `${other}-1`, `${kind}-2-3`, `${kind}x-1`, kind];
      const results: AppendResult[] = [];
      for (const name of streams) results.push(await store.append(request(name, [happened(name)])));
      await readable(results);
      expect(notes(await store.readAll(start, 10, { category: kind }))).toEqual([`${kind}-1`, `${kind}-2-3`, kind]);
      expect(notes(await store.readAll(start, 1, { category: kind }))).toEqual([`${kind}-1`]);
      expect(notes(await store.readAll(start, 10, { category: '.*' }))).toEqual([]);
    });

    it('reads in batches, no more than one ahead of whoever takes them', async () => {
      const start = await store.lastPosition();
      await readable([await store.append(request(stream, ['a', 'b', 'c', 'd', 'e'].map(happened)))]);
      const reading = store.batches(start, 2)[Symbol.asyncIterator]();
      const first = (await reading.next()) as IteratorYieldResult<RecordedEvent[]>;
      expect(notes(first.value)).toEqual(['a', 'b']);
      // What is appended now stands behind the batch that may have been read ahead: it comes too.
      const head = headOf(await store.readStream(stream));
      await readable([await store.append(request(stream, [happened('f')], { expected: head }))]);
      const rest: string[] = [];
      for (let next = await reading.next(); !next.done; next = await reading.next()) rest.push(...notes(next.value.filter(own)));
      expect(rest).toEqual(['c', 'd', 'e', 'f']);
    });

    it('reads in batches what it reads at once, of many events and however long each is', async () => {
      const start = await store.lastPosition();
      const lengths = Array.from({ length: 150 }, (_, n) => ([7, 70, 100].includes(n) ? 90_000 : n));
      await readable([await store.append(request(stream, lengths.map((length) => happened('å🙂'.repeat(length)))))]);
      const atOnce = await store.readAll(start, 1_000);
      expect(notes(atOnce.filter(own)).map(({ length }) => length / 3)).toEqual(lengths);
      for (const size of [70, 1_000]) {
        const read: RecordedEvent[] = [];
        for await (const batch of store.batches(start, size)) read.push(...batch);
        expect(read).toEqual(atOnce);
      }
    });

    randomHistories(() => store);
  });
}
