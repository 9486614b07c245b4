import { recordSessionAttendance } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { session, sessionStream } from '../session.js';
import { decideRecordSessionAttendance } from './record-session-attendance.js';

export const recordSessionAttendanceSlice = commandSlice({
  definition: recordSessionAttendance,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: ({ personId }, { lookups }) => organisationOfEmployee(lookups, personId, calendarDateOf(new Date().toISOString())),
  context: async ({ personId }, { lookups, now, state: { held } }) => ({
    organisation: await organisationOfEmployee(lookups, personId, held?.heldOn ?? calendarDateOf(now)),
  }),
  decide: decideRecordSessionAttendance,
});
