import { describe, expect, it } from '@jest/globals';
import { fold, isRefusal } from '@riggen/event-sourcing';
import fc from 'fast-check';
import { decideAcceptPlaces, decideDeclinePlaces } from './answer-offer/answer-offer.js';
import { decideCancelEnrolment } from './cancel-enrolment/cancel-enrolment.js';
import { decideEnrolParticipants } from './enrol-participants/enrol-participants.js';
import { type Gathering, gathering, type GatheringEvent } from './gathering.js';
import { now, planned, published } from './gathering.fixture.js';
import { decideResizeGathering } from './resize-gathering/resize-gathering.js';
import { decideSettleWaitingList } from './settle-waiting-list/settle-waiting-list.js';

/** What people do to a gathering, one thing after another. `hours` pass before it. */
const action = fc.record({
  hours: fc.integer({ min: 0, max: 40 }),
  what: fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('enrol' as const), group: fc.integer({ min: 0, max: 30 }), size: fc.integer({ min: 1, max: 4 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), person: fc.integer({ min: 0, max: 40 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('accept' as const, 'decline' as const), group: fc.integer({ min: 0, max: 30 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('resize' as const), capacity: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  ),
});
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

function decide({ what }: Action, state: Gathering, time: string, count: number) {
  const context = { now: time, offerHours: 24 };
  const known = [...state.groups];
  const groupId = (index: number) => known[index % Math.max(1, known.length)]?.groupId ?? 'none';
  switch (what.do) {
    case 'enrol': {
      const personIds = Array.from({ length: what.size }, (_, index) => `K${count}-${index}`);
      const enrolment = { gatheringId: 'S1', groupId: `g${count}`, serviceId: 'T1', personIds };
      return decideEnrolParticipants(enrolment, state, { ...context, organisation: { service: 'T1', region: 'sor' }, notEmployed: [] });
    }
    case 'cancel': {
      const people = known.flatMap(({ personIds }) => personIds);
      return decideCancelEnrolment({ gatheringId: 'S1', personId: people[what.person % Math.max(1, people.length)] ?? 'none' }, state, context);
    }
    case 'accept':
      return decideAcceptPlaces({ gatheringId: 'S1', groupId: groupId(what.group) }, state, context);
    case 'decline':
      return decideDeclinePlaces({ gatheringId: 'S1', groupId: groupId(what.group) }, state, context);
    case 'resize':
      return decideResizeGathering({ gatheringId: 'S1', capacity: what.capacity }, state, context);
    case 'settle':
      return decideSettleWaitingList({ gatheringId: 'S1' }, state, context);
  }
}

/** What the events say, counted anew by hand: who came when, who has or is offered a place, and how many places there are. */
function checkedByHand(events: GatheringEvent[]) {
  let capacity = 4;
  const waiting: string[] = [];
  const size = new Map<string, number>();
  const holding = new Set<string>();
  for (const { type, data } of events) {
    const { groupId, personIds } = data as { groupId: string; personIds: string[] };
    if (type === 'GatheringResized') capacity = data.capacity;
    if (type === 'ParticipantsEnrolled') {
      // Nobody passes those who wait.
      expect(waiting).toEqual([]);
      size.set(groupId, personIds.length);
      holding.add(groupId);
    }
    if (type === 'ParticipantsQueued') {
      waiting.push(groupId);
      size.set(groupId, personIds.length);
    }
    if (type === 'PlacesOffered') {
      // The offer goes to those who have waited longest, and to all of them.
      expect(waiting.shift()).toBe(groupId);
      expect(personIds).toHaveLength(size.get(groupId)!);
      holding.add(groupId);
    }
    if (type === 'PlacesAccepted') expect(personIds).toHaveLength(size.get(groupId)!);
    if (type === 'PlacesDeclined' || type === 'OfferExpired') holding.delete(groupId);
    if (type === 'EnrolmentCancelled') {
      size.set(groupId, size.get(groupId)! - 1);
      if (size.get(groupId) === 0) {
        holding.delete(groupId);
        if (waiting.includes(groupId)) waiting.splice(waiting.indexOf(groupId), 1);
      }
    }
    // Never overbooked, after whichever event.
    const taken = [...holding].reduce((sum, group) => sum + size.get(group)!, 0);
    expect(taken).toBeLessThanOrEqual(capacity);
  }
  return { capacity, waiting, size, taken: [...holding].reduce((sum, group) => sum + size.get(group)!, 0) };
}

describe('a gathering\'s places, whatever people do', () => {
  it('are never overbooked, pass nobody in line, and keep groups together', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const events: GatheringEvent[] = [planned, published];
        let time = Date.parse(now) - 30 * 24 * 3_600_000;
        actions.forEach((given, count) => {
          time += given.hours * 3_600_000;
          const decision = decide(given, fold(gathering, events), new Date(time).toISOString(), count);
          if (!isRefusal(decision)) events.push(...decision);
        });
        const begun = time >= Date.parse('2027-03-07T23:00:00.000Z');
        const settled = decideSettleWaitingList({ gatheringId: 'S1' }, fold(gathering, events), { now: new Date(time).toISOString(), offerHours: 24 });
        // Nothing is left undone: whoever is first in line waits because the group does not fit.
        const after = checkedByHand([...events, ...(settled as GatheringEvent[])]);
        if (!begun && after.waiting.length) expect(after.taken + after.size.get(after.waiting[0]!)!).toBeGreaterThan(after.capacity);
      }),
      { numRuns: 400 },
    );
  });
});
