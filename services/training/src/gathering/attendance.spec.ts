import { describe, expect, it } from '@jest/globals';
import { absenceMadeUp, attendanceCorrected, dayAttendanceRecorded, heldGatheringRecorded } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { codeAt, validCodes } from './attendance-code.secret.js';
import { decideCheckIn } from './check-in/check-in.js';
import { decideCorrectAttendance } from './correct-attendance/correct-attendance.js';
import { gathering } from './gathering.js';
import { at, enrolled, planned, published, queued } from './gathering.fixture.js';
import { decideMakeUpAbsence } from './make-up-absence/make-up-absence.js';
import { decideRecordDayAttendance, type RecordDayAttendance } from './record-day-attendance/record-day-attendance.js';

const date = '2027-03-08';
const thatDay = '2027-03-08T09:30:00.000Z';
const history = [planned, published, enrolled('a', 'K1', 'K2'), queued('K9')];
const status = (personId: string, value: 'attended' | 'partial' | 'absent', by: 'list' | 'code' = 'list', when = '2027-03-07T23:00:00.000Z') =>
  dayAttendanceRecorded({ gatheringId: 'S1', date, personId, status: value, by }, at(when));

describe('a day\'s list', () => {
  const { given } = specification(gathering, decideRecordDayAttendance);
  const context = { now: thatDay, employedIn: new Map() };
  const list: RecordDayAttendance = { gatheringId: 'S1', date, people: [{ personId: 'K1', status: 'attended' }, { personId: 'K2', status: 'absent' }] };

  it('records each participant', () => given(...history).when(list, context).then(status('K1', 'attended'), status('K2', 'absent')));
  it('sent again with one more records only what is new', () =>
    given(...history, status('K1', 'attended')).when(list, context).then(status('K2', 'absent')));
  it('refuses somebody without a place, also one who waits for it', () => {
    given(...history).when({ ...list, people: [...list.people, { personId: 'K7', status: 'attended' }] }, context).thenRefused('not-enrolled', { field: 'people.2.personId' });
    given(...history).when({ ...list, people: [{ personId: 'K9', status: 'attended' }] }, context).thenRefused('not-enrolled', { field: 'people.0.personId' });
  });
  it('refuses a day before it has come, and a day that is none of the gathering\'s', () => {
    given(...history).when(list, { ...context, now: '2027-03-07T22:59:59.000Z' }).thenRefused('day-not-come', { field: 'date' });
    given(...history).when({ ...list, date: '2027-03-10' }, context).thenRefused('no-such-day', { field: 'date' });
  });
  it('never overwrites: another status is a correction', () =>
    given(...history, status('K1', 'absent')).when(list, context).thenRefused('attendance-known', { field: 'people.0.status' }));
  it('of a gathering held before Riggen takes those who are known', () => {
    const held = heldGatheringRecorded(
      { gatheringId: 'S0', programmeId: 'grunnmodellen-4-12', moduleIds: ['introduksjon'], region: 'sor', dates: ['2023-10-02'], format: 'digital', curriculumVersion: 1 },
      { occurredAt: '2023-10-01T22:00:00.000Z' },
    );
    const organisation = { service: 'T1', region: 'sor' };
    const earlier: RecordDayAttendance = { gatheringId: 'S0', date: '2023-10-02', people: [{ personId: 'K1', status: 'attended' }] };
    given(held)
      .when(earlier, { now: thatDay, employedIn: new Map([['K1', organisation]]) })
      .then(dayAttendanceRecorded({ gatheringId: 'S0', date: '2023-10-02', personId: 'K1', status: 'attended', by: 'list' }, { occurredAt: '2023-10-01T22:00:00.000Z', organisation }));
    given(held).when(earlier, context).thenRefused('unknown-person', { field: 'people.0.personId' });
  });
});

describe('the code in the room', () => {
  const { given } = specification(gathering, decideCheckIn);
  const codes = validCodes('S1', thatDay);
  const command = { gatheringId: 'S1', personId: 'K1', code: codes[0]! };

  it('records who is there now', () => given(...history).when(command, { now: thatDay, codes }).then(status('K1', 'attended', 'code', thatDay)));
  it('is taken as it is typed', () => given(...history).when({ ...command, code: ` ${codes[0]!.toLowerCase()}` }, { now: thatDay, codes }).then(status('K1', 'attended', 'code', thatDay)));
  it('does nothing the second time', () => given(...history, status('K1', 'attended')).when(command, { now: thatDay, codes }).thenNothing());
  it('refuses a wrong code, another day, and somebody without a place', () => {
    given(...history).when({ ...command, code: 'AAAAAAAA' }, { now: thatDay, codes }).thenRefused('code-not-valid', { field: 'code' });
    given(...history).when(command, { now: '2027-03-10T09:00:00.000Z', codes }).thenRefused('no-such-day');
    given(...history).when({ ...command, personId: 'K9' }, { now: thatDay, codes }).thenRefused('not-enrolled');
  });
  it('changes every half minute, holds for the half minute after, and no longer', () => {
    const { code, nextAt } = codeAt('S1', '2027-03-08T09:30:10.000Z');
    expect(nextAt).toBe('2027-03-08T09:30:30.000Z');
    expect(codeAt('S1', '2027-03-08T09:30:29.999Z').code).toBe(code);
    expect(codeAt('S1', '2027-03-08T09:30:30.000Z').code).not.toBe(code);
    expect(validCodes('S1', '2027-03-08T09:30:59.999Z')).toContain(code);
    expect(validCodes('S1', '2027-03-08T09:31:00.000Z')).not.toContain(code);
    expect(validCodes('S2', '2027-03-08T09:30:10.000Z')).not.toContain(code);
  });
});

describe('correcting attendance', () => {
  const { given } = specification(gathering, decideCorrectAttendance);
  const command = { gatheringId: 'S1', date, personId: 'K1', status: 'attended' as const, reason: 'Ført på feil linje' };
  const corrected = attendanceCorrected(command, at(thatDay));
  const context = { now: thatDay, employedIn: undefined };
  it('adds the new status with the reason', () => given(...history, status('K1', 'absent')).when(command, context).then(corrected));
  it('does nothing where it is so already', () => given(...history, status('K1', 'absent'), corrected).when(command, context).thenNothing());
  it('needs something to correct', () => given(...history).when(command, context).thenRefused('attendance-not-recorded'));
});

describe('making up for a missed day', () => {
  const { given } = specification(gathering, decideMakeUpAbsence);
  const command = { gatheringId: 'S1', date, personId: 'K1', lectureId: 'introduksjon-opptak' };
  const context = { now: '2027-03-20T09:00:00.000Z', lectureIds: ['introduksjon-opptak'], employedIn: undefined };
  const madeUp = absenceMadeUp(command, at(context.now));
  it.each(['absent', 'partial'] as const)('is done by a recorded lecture when the day was %s', (value) =>
    given(...history, status('K1', value)).when(command, context).then(madeUp));
  it('is done once', () => given(...history, status('K1', 'absent'), madeUp).when(command, context).thenNothing());
  it('is refused where nothing was missed, or the lecture is another', () => {
    given(...history, status('K1', 'attended')).when(command, context).thenRefused('nothing-to-make-up');
    given(...history, status('K1', 'absent')).when({ ...command, lectureId: 'x' }, context).thenRefused('unknown-lecture', { field: 'lectureId' });
  });
});
