import { recordAttendance } from '@riggen/contracts';
import { commandSlice, organisationOfCaseworker } from '@riggen/service';
import { gathering, gatheringStream } from '../gathering.js';
import { decideRecordAttendance } from './record-attendance.js';

export const recordAttendanceSlice = commandSlice({
  definition: recordAttendance,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: ({ personId }, { lookups }) => organisationOfCaseworker(lookups, personId),
  context: async ({ personId }, { lookups, now }) => ({ now, organisation: await organisationOfCaseworker(lookups, personId) }),
  decide: decideRecordAttendance,
});
