import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyStream } from '../event-store.js';
import { recordsOf } from '../record.js';
import { domainEvents, eventDataOf, markerOf, markerStream, type ReadEvent, refuseReservedStream, storedRecordOf } from './stored-events.js';

const position = { commit: 255n, prepare: 255n };

const recordWith = (data: object) => {
  const event = { type: 'SomethingHappened', schemaVersion: 1, occurredAt: '2025-03-03T08:00:00.000Z', organisation: {}, data };
  const envelope = { commandId: 'c', fingerprint: 'f', correlationId: 'k', actor: { kind: 'system', id: 's' } as const };
  return recordsOf({ stream: 'thing-1', expected: emptyStream, events: [event], envelope }, '2026-01-01T00:00:00.000Z').records[0]!;
};

/** What the client makes of an event on its way to the server and back. */
const asRead = ({ id, type, data, metadata }: ReturnType<typeof eventDataOf>): ReadEvent => {
  const metadataRead = { '$schema.format': 'Json', ...(metadata as object) };
  return { id, type, revision: 0n, streamId: 'thing-1', position, data: JSON.parse(JSON.stringify(data)) as unknown, metadata: metadataRead };
};

describe('an event as KurrentDB holds it', () => {
  it('is stored as the text that was hashed, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })), (data) => {
        const record = recordWith(data);
        const stored = eventDataOf(record);
        expect(JSON.stringify(stored.data)).toBe(record.body);
        expect(storedRecordOf(asRead(stored))).toEqual({
          ...{ position: '00000000000000ff-00000000000000ff', body: record.body, hash: record.hash },
          filedUnder: { stream: 'thing-1', version: 1, id: record.id, type: 'SomethingHappened' },
        });
      }),
    );
  });

  it.each(['{"1":true,"a":1e21,"__proto__":{"b":-0.1}}', '{"text":"\\ud800 \\u2028 æøå"}'])('keeps %s as it is', (text) => {
    const record = recordWith(JSON.parse(text) as object);
    expect(JSON.stringify(eventDataOf(record).data)).toBe(record.body);
  });

  it("has the record's id and type, and its hash beside it", () => {
    const record = recordWith({});
    expect(eventDataOf(record)).toMatchObject({ id: record.id, type: 'SomethingHappened', contentType: 'application/json', metadata: { hash: record.hash } });
  });

  it('is refused when this store did not write it', () => {
    expect(() => storedRecordOf({ id: 'e', streamId: 'other', revision: 0n, type: 'SomethingHappened', data: {}, position })).toThrow('Event e of stream "other" was not written by this store');
  });
});

describe('the marker of a command', () => {
  it('says where the first event is, under a new id each time', () => {
    const [one, other] = [markerOf({ stream: 'thing-1', version: 3 }), markerOf({ stream: 'thing-1', version: 3 })];
    expect(one.data).toEqual({ stream: 'thing-1', version: 3 });
    expect(one.id).not.toBe(other.id);
  });

  it('is left out of the log, as the events of the server are, and no other', () => {
    const { regex } = domainEvents as { regex: string };
    const isRead = (stream: string) => new RegExp(regex).test(stream);
    expect([markerStream('1'), '$stats-0.0.0.0:2113', '$$thing-1'].map(isRead)).toEqual([false, false, false]);
    expect(['thing-1', 'commander-1', 'command', 'US$-1'].map(isRead)).toEqual([true, true, true, true]);
  });

  it('keeps its streams for itself', () => {
    expect(() => refuseReservedStream(markerStream('1'))).toThrow('reserved');
    expect(() => refuseReservedStream('commander-1')).not.toThrow();
  });
});
