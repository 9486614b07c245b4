import { describe, it } from '@jest/globals';
import { attendanceRecorded, gatheringScheduled } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { gathering } from '../gathering.js';
import { decideRecordAttendance, type RecordAttendance } from './record-attendance.js';

const { given } = specification(gathering, decideRecordAttendance);

const organisation = { service: 'p08', region: 'vest' };
const context = { now: '2022-05-09T10:00:00.000Z', organisation };
const scheduled = gatheringScheduled(
  {
    gatheringId: 'G01',
    phase: 1,
    targetGroup: 'child_4_12',
    number: 1,
    startsOn: '2022-05-09',
    endsOn: '2022-05-10',
    days: 2,
    format: 'physical',
  },
  { occurredAt: '2022-04-01T10:00:00.000Z' },
);
const command: RecordAttendance = { gatheringId: 'G01', personId: 'K001', status: 'attended' };
const atStart = { occurredAt: '2022-05-08T22:00:00.000Z', organisation };
const recorded = attendanceRecorded(command, atStart);

describe('recording attendance of a gathering', () => {
  it('records it in the caseworker\'s organisation, at the beginning of the first day in Norway', () => {
    given(scheduled).when(command, context).then(recorded);
  });

  it.each(['attended', 'partial', 'absent'] as const)('takes the status %s', (status) => {
    given(scheduled).when({ ...command, status }, context).then(attendanceRecorded({ ...command, status }, atStart));
  });

  it('records each caseworker of the gathering', () => {
    const another = { ...command, personId: 'K002' };
    given(scheduled, recorded).when(another, context).then(attendanceRecorded(another, atStart));
  });

  it('refuses attendance of a gathering that is not known', () => {
    given().when(command, context).thenRefused('unknown-gathering', { field: 'gatheringId' });
  });

  it('refuses somebody who is not known as a caseworker', () => {
    given(scheduled).when(command, { ...context, organisation: undefined }).thenRefused('unknown-person', { field: 'personId' });
  });

  it('refuses attendance the evening before the gathering begins', () => {
    given(scheduled)
      .when(command, { ...context, now: '2022-05-08T21:59:59.000Z' })
      .thenRefused('gathering-not-begun', { field: 'gatheringId' });
  });

  it('takes attendance from midnight in Norway, when it is still the day before in UTC', () => {
    given(scheduled).when(command, { ...context, now: '2022-05-08T22:00:00.000Z' }).then(recorded);
  });

  it('does nothing when the attendance is recorded already, whoever was recorded since', () => {
    given(scheduled, recorded).when({ ...command }, context).thenNothing();
    given(scheduled, recorded, attendanceRecorded({ ...command, personId: 'K002' }, atStart)).when({ ...command }, context).thenNothing();
  });

  it('refuses another status for an attendance that is recorded', () => {
    given(scheduled, recorded)
      .when({ ...command, status: 'absent' }, context)
      .thenRefused('known-with-other-content', { field: 'status' });
  });
});
