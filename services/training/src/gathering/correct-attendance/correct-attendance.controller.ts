import { correctAttendance } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideCorrectAttendance } from './correct-attendance.js';

export const correctAttendanceSlice = commandSlice({
  definition: correctAttendance,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async () => ({}),
  context: async ({ personId }, { lookups, now }) => ({ now, employedIn: await organisationOfCaseworker(lookups, personId) }),
  decide: decideCorrectAttendance,
});
