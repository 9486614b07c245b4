import { recordDayAttendance } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { commandSlice, organisationOfEmployee } from '@riggen/service';
import { placeOfGathering } from '../gathering.place.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideRecordDayAttendance } from './record-day-attendance.js';

export const recordDayAttendanceSlice = commandSlice({
  definition: recordDayAttendance,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async (_, { state }) => placeOfGathering(state),
  context: async ({ people }, { lookups, now, state }) => ({
    now,
    employedIn: new Map(
      state.held
        ? await Promise.all(people.map(async ({ personId }) => [personId, await organisationOfEmployee(lookups, personId, calendarDateOf(now))] as const))
        : [],
    ),
  }),
  decide: decideRecordDayAttendance,
});
