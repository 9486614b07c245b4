import { copiesOfCaseworkers, copiesOfEmployment, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { correctSessionAttendanceSlice } from './session/correct-session-attendance/correct-session-attendance.controller.js';
import { logSessionSlice } from './session/log-session/log-session.controller.js';
import { recordSessionAttendanceSlice } from './session/record-session-attendance/record-session-attendance.controller.js';
import { groupsQuery } from './session/sessions/groups.query.js';
import { sessions } from './session/sessions/sessions.projection.js';
import { sessionsQuery } from './session/sessions/sessions.query.js';

export { sessionStream } from './session/session.js';

/** Supervision: sessions of groups and who attended them. */
export const supervision: ServiceDefinition = {
  name: 'supervision',
  commands: [logSessionSlice, recordSessionAttendanceSlice, correctSessionAttendanceSlice],
  queries: [groupsQuery, sessionsQuery],
  projections: [copiesProjection(3, [...copiesOfCaseworkers, ...copiesOfEmployment]), sessions],
};
