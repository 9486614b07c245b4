import { correctSessionAttendance } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOfAttendance } from '../participants.lookup.js';
import { session, sessionStream } from '../session.js';
import { decideCorrectSessionAttendance } from './correct-session-attendance.js';

export const correctSessionAttendanceSlice = commandSlice({
  definition: correctSessionAttendance,
  evolution: session,
  streamOf: ({ sessionId }) => sessionStream(sessionId),
  subject: ({ personId }, { lookups, state }) => placeOfAttendance(lookups, personId, state),
  context: async (_, { now }) => ({ now }),
  decide: decideCorrectSessionAttendance,
});
