import { describe, expect, it } from '@jest/globals';
import type { ConcernedGathering, NoticeKind } from './notice.js';
import { noticeId } from './notices.projection.js';
import { noticeText } from './notice-texts.js';
import { noticesOf } from './notices-of-events.js';

const eventId = '01a20044-029e-7113-b0a7-42e9f5469c92';
const together = { gatheringId: 'G1', groupId: 'g', serviceId: 'p01', personIds: ['a', 'b'] };
const day = (date: string, place?: string) => ({ date, from: '09:00', to: '15:00', format: 'physical', ...(place && { place }) });

function after(...events: { type: string; data: unknown }[]): { gathering: ConcernedGathering; last: ReturnType<typeof noticesOf> } {
  const gathering: ConcernedGathering = { gatheringId: 'G1', dates: [], place: null, people: {}, trainers: [] };
  let last: ReturnType<typeof noticesOf> = [];
  for (const event of events) last = noticesOf(event, gathering);
  return { gathering, last };
}

const planned = { type: 'GatheringPlanned', data: { gatheringId: 'G1', days: [day('2027-03-16', 'Steinkjer'), day('2027-03-17')] } };
const enrolled = { type: 'ParticipantsEnrolled', data: together };
const moved = { type: 'GatheringMoved', data: { gatheringId: 'G1', days: [day('2027-04-06', 'Verdal')] } };
const told = (notices: ReturnType<typeof noticesOf>) => notices.map(({ kind, personId }) => `${kind} ${personId}`);

describe('who is told what', () => {
  it('tells those who get places when and where', () => {
    expect(after(planned, enrolled).last).toEqual(
      ['a', 'b'].map((personId) => ({ kind: 'enrolled', personId, facts: { gatheringId: 'G1', dates: ['2027-03-16', '2027-03-17'], place: 'Steinkjer' } })),
    );
  });

  it('tells everybody concerned that a gathering moved: with a place, in line, with an offer, and its trainers', () => {
    const queued = { type: 'ParticipantsQueued', data: { ...together, personIds: ['c'] } };
    const offered = { type: 'PlacesOffered', data: { ...together, personIds: ['d'], until: '2027-03-01T11:00:00.000Z' } };
    const booked = { type: 'TrainerBooked', data: { trainerId: 't', gatheringId: 'G1' } };
    const { last } = after(planned, enrolled, queued, offered, booked, moved);
    expect(told(last)).toEqual(['a', 'b', 'c', 'd', 't'].map((personId) => `gathering-moved ${personId}`));
    expect(last[0]!.facts).toEqual({ gatheringId: 'G1', dates: ['2027-04-06'], place: 'Verdal' });
  });

  it('does not tell those who have left, and a released trainer', () => {
    const left = { type: 'EnrolmentCancelled', data: { gatheringId: 'G1', groupId: 'g', serviceId: 'p01', personId: 'a' } };
    const booked = { type: 'TrainerBooked', data: { trainerId: 't', gatheringId: 'G1' } };
    const released = { type: 'TrainerReleased', data: { trainerId: 't', gatheringId: 'G1' } };
    expect(told(after(planned, enrolled, booked, left, released, moved).last)).toEqual(['gathering-moved b']);
  });

  it('gives the same event and person the same notice', () => {
    expect(noticeId(eventId, 'a')).toBe(noticeId(eventId, 'a'));
    expect(noticeId(eventId, 'a')).not.toBe(noticeId(eventId, 'b'));
  });
});

describe('what a notice says', () => {
  const facts = { dates: ['2027-03-16', '2027-03-17'], place: 'Steinkjer', until: '2027-03-01T11:00:00.000Z', reason: 'Sykdom', validUntil: '2029-11-29' };
  const kinds: NoticeKind[] = ['enrolled', 'queued', 'place-offered', 'offer-expired', 'enrolment-cancelled', 'gathering-moved', 'gathering-cancelled', 'certificate-awarded'];

  it.each(kinds)('%s is complete in each language', (kind) => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const { subject, text } = noticeText(kind, facts, language);
      expect(`${subject}\n${text}`).not.toMatch(/[{}]|undefined/);
      expect(text.length).toBeGreaterThan(20);
    }
  });

  it('writes dates and times as people in Norway do', () => {
    expect(noticeText('place-offered', facts, 'nb').subject).toBe('Plass på samling 16.–17. mars 2027: svar innen 1. mars 2027 kl. 12:00');
  });

  it('leaves out what is not known', () => {
    expect(noticeText('enrolled', { dates: ['2027-03-16'] }, 'nb').text).toBe('Du er meldt på samlingen 16. mars 2027.\nPasser det ikke, si fra til lederen din.');
  });
});
