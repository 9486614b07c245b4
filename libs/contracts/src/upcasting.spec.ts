import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '@riggen/event-sourcing';
import { z } from 'zod';
import { defineEvent, type EventDefinition } from './definitions.js';
import { upcasterOf } from './upcasting.js';

const about = { service: 'training', type: 'VisitMade', summary: 'Somebody visited' } as const;
const visitMadeV1 = defineEvent({ ...about, schemaVersion: 1, schema: z.object({ minutes: z.int() }) });
const visitMadeV2 = defineEvent({
  ...about,
  schemaVersion: 2,
  schema: z.object({ length: z.object({ minutes: z.int() }) }),
  upcast: ({ minutes }: z.infer<typeof visitMadeV1.schema>) => ({ length: { minutes } }),
});
const visitMade = defineEvent({
  ...about,
  schemaVersion: 3,
  schema: z.object({ length: z.object({ minutes: z.int() }), visitedOn: z.iso.date() }),
  upcast: (earlier: z.infer<typeof visitMadeV2.schema>, { occurredAt }) => ({ ...earlier, visitedOn: occurredAt.slice(0, 10) }),
});

const known = [visitMade, visitMadeV1, visitMadeV2] as EventDefinition[];
const upcast = upcasterOf(known);
const when = { occurredAt: '2025-03-03T08:00:00.000Z', organisation: { service: 'p01' } };

describe('reading an event as the newest version of its type', () => {
  it('goes by way of every version between', () => {
    expect(upcast<DomainEvent>(visitMadeV1({ minutes: 30 }, when))).toEqual(visitMade({ length: { minutes: 30 }, visitedOn: '2025-03-03' }, when));
    expect(upcast<DomainEvent>(visitMadeV2({ length: { minutes: 30 } }, when))).toEqual(visitMade({ length: { minutes: 30 }, visitedOn: '2025-03-03' }, when));
  });

  it('keeps whatever else goes with the event, and leaves the event that it was given as it was', () => {
    const recorded = { ...visitMadeV1({ minutes: 30 }, when), id: 'e1', stream: 'visit-1', hash: 'ab' };
    const before = structuredClone(recorded);
    expect(upcast<DomainEvent>(recorded)).toMatchObject({ id: 'e1', stream: 'visit-1', hash: 'ab', organisation: { service: 'p01' }, schemaVersion: 3 });
    expect(recorded).toEqual(before);
  });

  it('leaves alone what is the newest version, and types that it does not know', () => {
    const newest = visitMade({ length: { minutes: 30 }, visitedOn: '2025-03-03' }, when);
    const other = { ...newest, type: 'SomethingElse', schemaVersion: 1 };
    expect(upcast(newest)).toBe(newest);
    expect(upcast(other)).toBe(other);
  });

  it('refuses to read a version that is newer than it knows', () => {
    expect(() => upcasterOf(known.slice(1))(visitMade({ length: { minutes: 1 }, visitedOn: '2025-03-03' }, when) as DomainEvent)).toThrow(
      'VisitMade version 3 is newer than this program, which knows version 2',
    );
  });
});
