import { recordSessionAttendance } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { session, sessionStream } from '../session.js';
import { decideRecordSessionAttendance } from './record-session-attendance.js';

export const recordSessionAttendanceSlice = commandSlice({
  definition: recordSessionAttendance,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: ({ personId }, { lookups }) => organisationOfCaseworker(lookups, personId),
  context: async ({ personId }, { lookups }) => ({ organisation: await organisationOfCaseworker(lookups, personId) }),
  decide: decideRecordSessionAttendance,
});
