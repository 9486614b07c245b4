import { describe, expect, it } from '@jest/globals';
import { trainerBooked, trainerQualified, trainerReleased } from '@riggen/contracts';
import { fold, isRefusal, specification } from '@riggen/event-sourcing';
import fc from 'fast-check';
import { standardCurricula } from '../curriculum/define-curriculum/standard-curricula/index.js';
import { decideBookTrainer } from './book-trainer/book-trainer.js';
import type { BookedGathering } from './booking.js';
import { decideFollowGathering } from './follow-gathering/follow-gathering.js';
import { decideQualifyTrainer } from './qualify-trainer/qualify-trainer.js';
import { decideReleaseTrainer } from './release-trainer/release-trainer.js';
import { bookedDays, trainer } from './trainer.js';

const now = '2027-01-05T08:00:00.000Z';
const about = { occurredAt: now, organisation: { region: 'sor' } };
const programmeId = 'grunnmodellen-4-12';
const qualified = trainerQualified({ trainerId: 'TR1', programmeId, moduleIds: ['introduksjon'], earlier: true }, { occurredAt: now });
const gathering: BookedGathering = { programmeId, moduleIds: ['introduksjon'], region: 'sor', dates: ['2027-03-08', '2027-03-09'], cancelled: false };
const command = { trainerId: 'TR1', gatheringId: 'S1', travelDaysBefore: 1, travelDaysAfter: 0 };
const booked = trainerBooked({ ...command, region: 'sor', days: ['2027-03-08', '2027-03-09'], travelDays: ['2027-03-07'] }, about);

describe('booking a trainer', () => {
  const { given } = specification(trainer, decideBookTrainer);
  it('takes the gathering\'s days and the travel days', () => given(qualified).when(command, { now, gathering }).then(booked));
  it('does nothing when it is so already', () => given(qualified, booked).when({ ...command }, { now, gathering }).thenNothing());
  it('refuses a day that is taken, a travel day too', () => {
    const other = { ...command, gatheringId: 'S2', travelDaysBefore: 0 };
    given(qualified, booked).when(other, { now, gathering: { ...gathering, dates: ['2027-03-09'] } }).thenRefused('trainer-booked', { field: 'trainerId' });
    given(qualified, booked).when(other, { now, gathering: { ...gathering, dates: ['2027-03-07'] } }).thenRefused('trainer-booked');
    given(qualified, booked).when({ ...other, travelDaysBefore: 1 }, { now, gathering: { ...gathering, dates: ['2027-03-10'] } }).thenRefused('trainer-booked');
  });
  it('frees the day again when the trainer is released', () => {
    const { given: givenRelease } = specification(trainer, decideReleaseTrainer);
    const released = trainerReleased({ trainerId: 'TR1', gatheringId: 'S1' }, about);
    givenRelease(qualified, booked).when({ trainerId: 'TR1', gatheringId: 'S1' }, { now }).then(released);
    given(qualified, booked, released).when(command, { now, gathering }).then(booked);
  });
  it('refuses a trainer who may not teach one of the modules, and a gathering that is not there', () => {
    given(qualified).when(command, { now, gathering: { ...gathering, moduleIds: ['introduksjon', 'evaluering'] } }).thenRefused('trainer-not-qualified', { field: 'trainerId' });
    given(qualified).when(command, { now, gathering: { ...gathering, cancelled: true } }).thenRefused('gathering-cancelled');
    given(qualified).when(command, { now, gathering: undefined }).thenRefused('unknown-gathering', { field: 'gatheringId' });
  });
  it('never takes a day twice, whatever is booked', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ day: fc.integer({ min: 1, max: 25 }), days: fc.integer({ min: 1, max: 3 }), before: fc.integer({ min: 0, max: 2 }), after: fc.integer({ min: 0, max: 2 }) }), { maxLength: 15 }), (wanted) => {
        const events = [qualified as ReturnType<typeof trainerQualified | typeof trainerBooked>];
        wanted.forEach(({ day, days, before, after }, index) => {
          const dates = Array.from({ length: days }, (_, offset) => new Date(Date.UTC(2027, 2, day + offset)).toISOString().slice(0, 10));
          const decision = decideBookTrainer({ trainerId: 'TR1', gatheringId: `S${index}`, travelDaysBefore: before, travelDaysAfter: after }, fold(trainer, events), { now, gathering: { ...gathering, dates } });
          if (!isRefusal(decision)) events.push(...(decision as typeof events));
        });
        const taken = [...fold(trainer, events).bookings.values()].flatMap(bookedDays);
        expect(new Set(taken).size).toBe(taken.length);
      }),
    );
  });
});

describe('a gathering that is moved or cancelled', () => {
  const { given } = specification(trainer, decideFollowGathering);
  const follow = { trainerId: 'TR1', gatheringId: 'S1' };
  const moved = { ...gathering, dates: ['2027-04-12', '2027-04-13'] };
  it('takes the trainer along to its new days', () =>
    given(qualified, booked).when(follow, { now, gathering: moved }).then(trainerBooked({ ...booked.data, days: ['2027-04-12', '2027-04-13'], travelDays: ['2027-04-11'] }, about)));
  it('loses a trainer who is taken on the new days', () => {
    const other = trainerBooked({ ...booked.data, gatheringId: 'S2', days: ['2027-04-13'], travelDays: [] }, about);
    given(qualified, booked, other).when(follow, { now, gathering: moved }).then(trainerReleased(follow, about));
  });
  it('frees the trainer when it is cancelled', () => given(qualified, booked).when(follow, { now, gathering: { ...gathering, cancelled: true } }).then(trainerReleased(follow, about)));
  it('changes nothing for whoever is not booked, or on the right days already', () => {
    given(qualified).when(follow, { now, gathering: moved }).thenNothing();
    given(qualified, booked).when(follow, { now, gathering }).thenNothing();
  });
});

describe('qualifying a trainer', () => {
  const { given } = specification(trainer, decideQualifyTrainer);
  const curriculum = standardCurricula.find((definition) => definition.programmeId === programmeId);
  const wanted = { trainerId: 'TR1', programmeId, moduleIds: ['introduksjon'], earlier: false };
  it('asks that the person is a supervisor', () => {
    given().when(wanted, { now, curriculum, isSupervisor: false }).thenRefused('not-a-supervisor', { field: 'trainerId' });
    given().when(wanted, { now, curriculum, isSupervisor: true }).then(trainerQualified(wanted, { occurredAt: now }));
  });
  it('takes those who were trainers before Riggen as they are', () => given().when({ ...wanted, earlier: true }, { now, curriculum, isSupervisor: false }).then(qualified));
  it('ends with an empty list', () => given(qualified).when({ ...wanted, moduleIds: [] }, { now, curriculum, isSupervisor: false }).then(trainerQualified({ ...wanted, moduleIds: [] }, { occurredAt: now })));
  it('refuses a module that the programme does not have', () => given().when({ ...wanted, moduleIds: ['x'] }, { now, curriculum, isSupervisor: true }).thenRefused('unknown-module', { field: 'moduleIds.0' }));
});
