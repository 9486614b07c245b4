import { describe, it } from '@jest/globals';
import { sessionAttendanceCorrected, sessionAttendanceRecorded, sessionHeld } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { session } from '../session.js';
import { type CorrectSessionAttendance, decideCorrectSessionAttendance } from './correct-session-attendance.js';

const { given } = specification(session, decideCorrectSessionAttendance);

const context = { now: '2026-11-04T09:00:00.000Z' };
const organisation = { service: 'p08', region: 'sor' };
const onTheDay = { occurredAt: '2026-11-02T23:00:00.000Z', organisation };
const held = sessionHeld(
  {
    ...{ sessionId: 'S1', groupId: 'p08-1', targetGroup: 'child_4_12', number: 1, heldOn: '2026-11-03', minutes: 120 },
    ...{ format: 'physical', skillsPractised: true, caseDiscussed: true },
  },
  onTheDay,
);
const recorded = sessionAttendanceRecorded({ sessionId: 'S1', personId: 'K1', status: 'absent' }, onTheDay);
const command: CorrectSessionAttendance = { sessionId: 'S1', personId: 'K1', status: 'attended', reason: 'Kom etter pausen' };
const corrected = sessionAttendanceCorrected(command, { occurredAt: context.now, organisation });

describe('correcting attendance of a supervision session', () => {
  it('keeps the reason, in the organisation that the attendance was recorded in', () => {
    given(held, recorded).when(command, context).then(corrected);
  });

  it('does nothing when it is so already, first or by a correction', () => {
    given(held, recorded).when({ ...command, status: 'absent' }, context).thenNothing();
    given(held, recorded, corrected).when(command, context).thenNothing();
  });

  it('corrects what was corrected wrongly', () => {
    const back: CorrectSessionAttendance = { ...command, status: 'partial', reason: 'Var der halve tida' };
    given(held, recorded, corrected).when(back, context).then(sessionAttendanceCorrected(back, { occurredAt: context.now, organisation }));
  });

  it('refuses a session that is not logged', () => {
    given().when(command, context).thenRefused('unknown-session', { field: 'sessionId' });
  });

  it('refuses somebody whose attendance is not recorded', () => {
    given(held).when(command, context).thenRefused('attendance-of-session-not-recorded', { field: 'personId' });
  });
});
