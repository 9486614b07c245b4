import { recordDayAttendance } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideRecordDayAttendance } from './record-day-attendance.js';

export const recordDayAttendanceSlice = commandSlice({
  definition: recordDayAttendance,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async ({ people }, { lookups, now, state }) => ({
    now,
    employedIn: new Map(
      state.held
        ? await Promise.all(people.map(async ({ personId }) => [personId, await organisationOfCaseworker(lookups, personId)] as const))
        : [],
    ),
  }),
  decide: decideRecordDayAttendance,
});
