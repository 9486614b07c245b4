import { copiesOfCaseworkers, copiesOfEmployment, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { logSessionSlice } from './session/log-session/log-session.controller.js';
import { recordSessionAttendanceSlice } from './session/record-session-attendance/record-session-attendance.controller.js';

export { sessionStream } from './session/session.js';

/** Supervision: sessions of groups and who attended them. */
export const supervision: ServiceDefinition = {
  name: 'supervision',
  commands: [logSessionSlice, recordSessionAttendanceSlice],
  queries: [],
  projections: [copiesProjection(3, [...copiesOfCaseworkers, ...copiesOfEmployment])],
};
