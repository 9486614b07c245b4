import { describe, it } from '@jest/globals';
import { sessionAttendanceRecorded, sessionHeld } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { session } from '../session.js';
import { decideLogSession, type LogSession } from './log-session.js';

const { given } = specification(session, decideLogSession);

const context = { now: '2022-04-01T10:00:00.000Z', organisation: {}, employedIn: new Map() };
const command: LogSession = {
  sessionId: 'SV001',
  groupId: 'V1-p08',
  targetGroup: 'child_4_12',
  phase: 1,
  number: 1,
  heldOn: '2022-03-25',
  minutes: 120,
  format: 'digital',
  skillsPractised: true,
  caseDiscussed: false,
  attendance: [],
};
const { attendance: _, ...log } = command;
const held = sessionHeld(log, { occurredAt: '2022-03-24T23:00:00.000Z' });

describe('logging a supervision session', () => {
  it('logs it at the beginning of its day in Norway', () => {
    given().when(command, context).then(held);
  });

  it('logs it in the service of the group, and knows it again there', () => {
    const organisation = { service: 'p08', region: 'sor' };
    const ofService = { ...command, serviceId: 'p08' };
    const there = sessionHeld(log, { occurredAt: '2022-03-24T23:00:00.000Z', organisation });
    given().when(ofService, { ...context, organisation }).then(there);
    given(there).when(ofService, { ...context, organisation }).thenNothing();
    given(there).when({ ...command, serviceId: 'p09' }, context).thenRefused('known-with-other-content', { field: 'serviceId' });
  });

  it('refuses a service that is not known', () => {
    given().when({ ...command, serviceId: 'p99' }, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });

  it('logs a session that was held today', () => {
    const today = { ...command, heldOn: '2022-04-01' };
    given().when(today, context).then(sessionHeld({ ...log, heldOn: today.heldOn }, { occurredAt: '2022-03-31T22:00:00.000Z' }));
  });

  it('refuses a session that is held tomorrow', () => {
    given().when({ ...command, heldOn: '2022-04-02' }, context).thenRefused('date-after-today', { field: 'heldOn' });
  });

  it('takes the day in Norway for today late in the evening UTC', () => {
    const today = { ...command, heldOn: '2022-04-02' };
    given()
      .when(today, { ...context, now: '2022-04-01T22:30:00.000Z' })
      .then(sessionHeld({ ...log, heldOn: today.heldOn }, { occurredAt: '2022-04-01T22:00:00.000Z' }));
  });

  it('has an hour less of the evening UTC in winter', () => {
    const next = { ...command, heldOn: '2022-02-02' };
    given().when(next, { ...context, now: '2022-02-01T22:30:00.000Z' }).thenRefused('date-after-today', { field: 'heldOn' });
    given().when(next, { ...context, now: '2022-02-01T23:00:00.000Z' }).then(sessionHeld({ ...log, heldOn: next.heldOn }, { occurredAt: '2022-02-01T23:00:00.000Z' }));
  });

  it('does nothing when the session is logged already with the same content', () => {
    given(held).when({ ...command }, context).thenNothing();
  });

  it('refuses another length for a session that is known', () => {
    given(held).when({ ...command, minutes: 90 }, context).thenRefused('known-with-other-content', { field: 'minutes' });
  });

  it('refuses another word on the skills practised in a session that is known', () => {
    given(held)
      .when({ ...command, skillsPractised: false }, context)
      .thenRefused('known-with-other-content', { field: 'skillsPractised' });
  });

  it('logs a session outside a study without a phase', () => {
    const { phase: __, ...outside } = log;
    given().when({ ...outside, attendance: [] }, context).then(sessionHeld(outside, { occurredAt: '2022-03-24T23:00:00.000Z' }));
  });
});

describe('logging a supervision session with who attended', () => {
  const organisation = { service: 'p08', region: 'sor' };
  const employedIn = new Map([['K1', organisation], ['K2', organisation]]);
  const inService = { ...context, organisation, employedIn };
  const attendance = [{ personId: 'K1', status: 'attended' as const }, { personId: 'K2', status: 'absent' as const }];
  const wanted = { ...command, serviceId: 'p08', attendance };
  const onTheDay = { occurredAt: '2022-03-24T23:00:00.000Z', organisation };
  const there = sessionHeld(log, onTheDay);
  const [first, second] = attendance.map((one) => sessionAttendanceRecorded({ sessionId: 'SV001', ...one }, onTheDay)) as [ReturnType<typeof sessionAttendanceRecorded>, ReturnType<typeof sessionAttendanceRecorded>];

  it('records all of it together', () => {
    given().when(wanted, inService).then(there, first, second);
  });

  it('logs nothing when somebody was not employed in the service on the day', () => {
    given()
      .when({ ...wanted, attendance: [...attendance, { personId: 'K9', status: 'attended' }] }, inService)
      .thenRefused('unknown-in-service', { field: 'attendance.2.personId' });
  });

  it('logs nothing when somebody in a group of the pilot is not known', () => {
    given().when({ ...command, attendance }, context).thenRefused('unknown-person', { field: 'attendance.0.personId' });
  });

  it('logs nothing on a day that has not come, whoever attended', () => {
    given().when({ ...wanted, heldOn: '2022-04-02' }, inService).thenRefused('date-after-today', { field: 'heldOn' });
  });

  it('does nothing when all is logged already, and records what is not when it is sent again', () => {
    given(there, first, second).when(wanted, inService).thenNothing();
    given(there, first).when(wanted, inService).then(second);
    given(there, first, second).when({ ...wanted, attendance: [] }, inService).thenNothing();
  });

  it('refuses another attendance for somebody who is recorded, or who stands twice', () => {
    const other = [{ personId: 'K1', status: 'partial' as const }];
    given(there, first).when({ ...wanted, attendance: other }, inService).thenRefused('attendance-of-session-known', { field: 'attendance.0.status' });
    given().when({ ...wanted, attendance: [...attendance, ...other] }, inService).thenRefused('attendance-of-session-known', { field: 'attendance.2.status' });
  });
});
