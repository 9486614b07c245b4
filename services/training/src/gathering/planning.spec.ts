import { describe, it } from '@jest/globals';
import {
  dayAttendanceRecorded,
  gatheringCancelled,
  gatheringMoved,
  gatheringPlanned,
  gatheringResized,
  gatheringScheduled,
  heldGatheringRecorded,
} from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { standardCurricula } from '../curriculum/define-curriculum/standard-curricula/index.js';
import { decideCancelGathering } from './cancel-gathering/cancel-gathering.js';
import { gathering } from './gathering.js';
import { enrolled, nextWeek, now, offered, planGatheringCommand as command, planned, published, queued, threeDaysLater } from './gathering.fixture.js';
import { decideMoveGathering } from './move-gathering/move-gathering.js';
import { decidePlanGathering } from './plan-gathering/plan-gathering.js';
import { decidePublishGathering } from './publish-gathering/publish-gathering.js';
import { decideRecordHeldGathering } from './record-held-gathering/record-held-gathering.js';
import { decideResizeGathering } from './resize-gathering/resize-gathering.js';
import { decideScheduleGathering } from './schedule-gathering/schedule-gathering.js';

const curriculum = standardCurricula.find(({ programmeId }) => programmeId === 'grunnmodellen-4-12');
const region = { occurredAt: now, organisation: { region: 'sor' } };
const attended = dayAttendanceRecorded(
  { gatheringId: 'S1', date: '2027-03-08', personId: 'K1', status: 'attended', by: 'list' },
  { occurredAt: now, organisation: { service: 'T1', region: 'sor' } },
);
const later = nextWeek.map((day, index) => ({ ...day, date: `2027-04-0${index + 5}` }));
const moved = gatheringMoved({ gatheringId: 'S1', days: later }, region);

describe('planning a gathering', () => {
  const { given } = specification(gathering, decidePlanGathering);
  const context = { now, curriculum, cohort: undefined };
  const cohort = { programmeId: 'grunnmodellen-4-12', startsOn: '2027-01-04', endsOn: '2027-12-17' };

  it('plans it under the version of the curriculum that applies', () => given().when(command, context).then(planned));
  it('plans it in a cohort\'s year', () =>
    given()
      .when({ ...command, cohortId: 'A' }, { ...context, cohort })
      .then(gatheringPlanned({ ...command, cohortId: 'A', curriculumVersion: 1 }, region)));
  it('does nothing when it is planned already, also after it was moved', () => given(planned, published, moved).when({ ...command }, context).thenNothing());
  it('refuses other content under the same key', () =>
    given(planned).when({ ...command, capacity: 5 }, context).thenRefused('known-with-other-content', { field: 'capacity' }));
  it('refuses a day that is over', () =>
    given()
      .when({ ...command, days: [{ ...nextWeek[0]!, date: '2027-02-28' }] }, context)
      .thenRefused('gathering-in-past', { field: 'days.0.date' }));
  it('refuses days out of order, and one day twice', () => {
    given().when({ ...command, days: [nextWeek[1]!, nextWeek[0]!] }, context).thenRefused('days-not-in-order', { field: 'days.1.date' });
    given().when({ ...command, days: [nextWeek[0]!, nextWeek[0]!] }, context).thenRefused('days-not-in-order', { field: 'days.1.date' });
  });
  it('refuses a day that ends before it begins', () =>
    given()
      .when({ ...command, days: [{ ...nextWeek[0]!, to: '09:00' }] }, context)
      .thenRefused('day-ends-before-start', { field: 'days.0.to' }));
  it('refuses a module that the curriculum does not have, and a programme without one', () => {
    given().when({ ...command, moduleIds: ['introduksjon', 'x'] }, context).thenRefused('unknown-module', { field: 'moduleIds.1' });
    given().when(command, { ...context, curriculum: undefined }).thenRefused('unknown-programme', { field: 'programmeId' });
  });
  it('refuses days outside the cohort\'s year, and a cohort of another programme', () => {
    given().when({ ...command, cohortId: 'A' }, { ...context, cohort: { ...cohort, endsOn: '2027-03-08' } }).thenRefused('outside-cohort', { field: 'days.1.date' });
    given().when({ ...command, cohortId: 'A' }, { ...context, cohort: { ...cohort, programmeId: 'ettervern' } }).thenRefused('unknown-cohort', { field: 'cohortId' });
  });
});

describe('a gathering held before Riggen', () => {
  const { given } = specification(gathering, decideRecordHeldGathering);
  const held = { gatheringId: 'S0', programmeId: 'grunnmodellen-4-12', moduleIds: ['introduksjon'], region: 'sor' as const, dates: ['2023-10-02', '2023-10-03'], format: 'digital' as const };
  const recorded = heldGatheringRecorded({ ...held, curriculumVersion: 1 }, { occurredAt: '2023-10-01T22:00:00.000Z', organisation: { region: 'sor' } });

  it('is recorded as of its first day, once', () => {
    given().when(held, { now, curriculum }).then(recorded);
    given(recorded).when({ ...held }, { now, curriculum }).thenNothing();
  });
  it('is refused when it is not over, or is planned here', () => {
    given().when({ ...held, dates: ['2023-10-02', '2027-03-02'] }, { now, curriculum }).thenRefused('date-after-today', { field: 'dates.1' });
    given(planned).when({ ...held, gatheringId: 'S1' }, { now, curriculum }).thenRefused('gathering-known');
  });
  it('takes no schedule of the pilot beside it', () => {
    const { given: givenScheduled } = specification(gathering, decideScheduleGathering);
    const pilot = { gatheringId: 'S0', phase: 1, targetGroup: 'child_4_12' as const, number: 1, startsOn: '2023-10-02', endsOn: '2023-10-03', days: 2, format: 'digital' as const };
    givenScheduled(recorded).when(pilot, { now }).thenRefused('gathering-known');
    given(gatheringScheduled(pilot, { occurredAt: now })).when(held, { now, curriculum }).thenRefused('gathering-known');
  });
});

describe('publishing a gathering', () => {
  const { given } = specification(gathering, decidePublishGathering);
  it('opens it for enrolment, once', () => {
    given(planned).when({ gatheringId: 'S1' }, { now }).then(published);
    given(planned, published).when({ gatheringId: 'S1' }, { now }).thenNothing();
  });
  it('refuses a day without a place, and a digital day without a link', () => {
    const nowhere = gatheringPlanned({ ...planned.data, days: [{ date: '2027-03-08', from: '09:00', to: '15:00', format: 'physical' }] }, region);
    given(nowhere).when({ gatheringId: 'S1' }, { now }).thenRefused('day-without-place');
    const unlinked = gatheringPlanned({ ...planned.data, days: [{ ...nextWeek[0]!, format: 'digital' }] }, region);
    given(unlinked).when({ gatheringId: 'S1' }, { now }).thenRefused('day-without-link');
  });
  it('refuses a gathering that is not known or cancelled', () => {
    given().when({ gatheringId: 'S1' }, { now }).thenRefused('unknown-gathering');
    given(planned, gatheringCancelled({ gatheringId: 'S1', reason: 'Syk trener' }, region)).when({ gatheringId: 'S1' }, { now }).thenRefused('gathering-cancelled');
  });
});

describe('moving a gathering', () => {
  const { given } = specification(gathering, decideMoveGathering);
  it('gives it other days', () => given(planned, published).when({ gatheringId: 'S1', days: later }, { now }).then(moved));
  it('does nothing where they are the same', () => given(planned, published, moved).when({ gatheringId: 'S1', days: later }, { now }).thenNothing());
  it('is refused after attendance, and to a day that is over', () => {
    given(planned, published, enrolled('K1'), attended).when({ gatheringId: 'S1', days: later }, { now }).thenRefused('moved-after-attendance', { field: 'days' });
    given(planned).when({ gatheringId: 'S1', days: [{ ...later[0]!, date: '2027-02-01' }] }, { now }).thenRefused('gathering-in-past');
  });
  it('tells a second editor what the first one changed', () => {
    const resized = gatheringResized({ gatheringId: 'S1', capacity: 6 }, region);
    const specified = given(planned, published, resized).when({ gatheringId: 'S1', days: later, basedOn: 2 }, { now });
    specified.thenRefused('changed-since', { field: 'basedOn' });
    given(planned, published, resized).when({ gatheringId: 'S1', days: later, basedOn: 3 }, { now }).then(moved);
  });
  it('does not trouble an editor with enrolments that came in between', () =>
    given(planned, published, enrolled('K1')).when({ gatheringId: 'S1', days: later, basedOn: 2 }, { now }).then(moved));
});

describe('resizing a gathering', () => {
  const { given } = specification(gathering, decideResizeGathering);
  const context = { now, offerHours: 72 };
  const resized = (capacity: number) => gatheringResized({ gatheringId: 'S1', capacity }, region);
  it('offers the new places to those who are next', () =>
    given(planned, published, enrolled('a', 'K1', 'K2', 'K3', 'K4'), queued('K5'))
      .when({ gatheringId: 'S1', capacity: 5 }, context)
      .then(resized(5), offered('K5')));
  it('refuses fewer places than are taken or offered', () => {
    given(planned, published, enrolled('a', 'K1', 'K2', 'K3')).when({ gatheringId: 'S1', capacity: 2 }, context).thenRefused('capacity-below-enrolled', { field: 'capacity' });
    given(planned, published, enrolled('a', 'K1', 'K2', 'K3', 'K4'), queued('K5'), resized(5), offered('K5')).when({ gatheringId: 'S1', capacity: 4 }, context).thenRefused('capacity-below-enrolled');
  });
  it('refuses fewer places than a group that waits together needs', () =>
    given(planned, published, enrolled('K1'), queued('b', 'K2', 'K3', 'K4', 'K5')).when({ gatheringId: 'S1', capacity: 3 }, context).thenRefused('capacity-below-group'));
});

describe('cancelling a gathering', () => {
  const { given } = specification(gathering, decideCancelGathering);
  const cancelled = gatheringCancelled({ gatheringId: 'S1', reason: 'For få påmeldte' }, region);
  const wanted = { gatheringId: 'S1', reason: 'For få påmeldte' };
  it('says why, once', () => {
    given(planned, published).when(wanted, { now }).then(cancelled);
    given(planned, published, cancelled).when(wanted, { now }).thenNothing();
  });
  it('is refused when somebody has attended', () => given(planned, published, enrolled('K1'), attended).when(wanted, { now }).thenRefused('cancelled-after-attendance'));
  it('ends the line: nobody is offered a place in it', () => {
    const { given: givenResize } = specification(gathering, decideResizeGathering);
    givenResize(planned, published, cancelled).when({ gatheringId: 'S1', capacity: 9 }, { now: threeDaysLater, offerHours: 72 }).thenRefused('gathering-cancelled');
  });
});
