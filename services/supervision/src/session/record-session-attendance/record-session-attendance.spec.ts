import { describe, it } from '@jest/globals';
import { sessionAttendanceRecorded, sessionHeld } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { session } from '../session.js';
import { decideRecordSessionAttendance, type RecordSessionAttendance } from './record-session-attendance.js';

const { given } = specification(session, decideRecordSessionAttendance);

const organisation = { service: 'p08', region: 'vest' };
const context = { employedIn: new Map([['K001', organisation], ['K002', organisation]]) };
const nobody = { employedIn: new Map() };
const held = sessionHeld(
  {
    sessionId: 'SV001',
    groupId: 'V1-p08',
    targetGroup: 'child_4_12',
    phase: 1,
    number: 1,
    heldOn: '2022-03-28',
    minutes: 120,
    format: 'physical',
    skillsPractised: true,
    caseDiscussed: true,
  },
  { occurredAt: '2022-03-27T22:00:00.000Z' },
);
const command: RecordSessionAttendance = { sessionId: 'SV001', personId: 'K001', status: 'attended' };
const onTheDay = { occurredAt: '2022-03-27T22:00:00.000Z', organisation };
const recorded = sessionAttendanceRecorded(command, onTheDay);

describe('recording attendance of a supervision session', () => {
  it('records it in the person\'s organisation, on the day of the session', () => {
    given(held).when(command, context).then(recorded);
  });

  it.each(['attended', 'partial', 'absent'] as const)('takes the status %s', (status) => {
    given(held).when({ ...command, status }, context).then(sessionAttendanceRecorded({ ...command, status }, onTheDay));
  });

  it('records each caseworker of the group', () => {
    const another = { ...command, personId: 'K002' };
    given(held, recorded).when(another, context).then(sessionAttendanceRecorded(another, onTheDay));
  });

  it('refuses attendance of a session that is not logged', () => {
    given().when(command, context).thenRefused('unknown-session', { field: 'sessionId' });
  });

  it('refuses somebody who is not known as employed', () => {
    given(held).when(command, nobody).thenRefused('unknown-person', { field: 'personId' });
  });

  it('refuses somebody who was not employed in the service of the group on the day', () => {
    given({ ...held, organisation }).when(command, nobody).thenRefused('unknown-in-service', { field: 'personId' });
  });

  it('does nothing when the attendance is recorded already, whoever was recorded since', () => {
    given(held, recorded).when({ ...command }, context).thenNothing();
    given(held, recorded, sessionAttendanceRecorded({ ...command, personId: 'K002' }, onTheDay)).when({ ...command }, context).thenNothing();
  });

  it('refuses another status for an attendance that is recorded', () => {
    given(held, recorded)
      .when({ ...command, status: 'partial' }, context)
      .thenRefused('attendance-of-session-known', { field: 'status' });
  });
});
