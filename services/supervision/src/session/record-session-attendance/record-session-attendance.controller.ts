import { recordSessionAttendance } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice } from '@riggen/service';
import { employedInOf, placeOfAttendance } from '../participants.lookup.js';
import { session, sessionStream } from '../session.js';
import { decideRecordSessionAttendance } from './record-session-attendance.js';

export const recordSessionAttendanceSlice = commandSlice({
  definition: recordSessionAttendance,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: ({ personId }, { lookups, state }) => placeOfAttendance(lookups, personId, state),
  context: async (command, { lookups, now, state: { held, organisation } }) => ({
    employedIn: await employedInOf(lookups, [command], { organisation, day: held?.heldOn ?? calendarDateOf(now) }),
  }),
  decide: decideRecordSessionAttendance,
});
