import { correctAttendance } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideCorrectAttendance } from './correct-attendance.js';

export const correctAttendanceSlice = commandSlice({
  definition: correctAttendance,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async ({ personId }, { lookups, now }) => ({ now, employedIn: await organisationOfEmployee(lookups, personId, calendarDateOf(now)) }),
  decide: decideCorrectAttendance,
});
