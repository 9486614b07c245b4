import { checkIn } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { validCodes } from '../attendance-code.secret.js';
import { gathering, gatheringStream } from '../gathering.js';
import { decideCheckIn } from './check-in.js';

export const checkInSlice = commandSlice({
  definition: checkIn,
  evolution: gathering,
  streamOf: ({ gatheringId }) => gatheringStream(gatheringId),
  subject: async ({ personId }) => ({ person: personId }),
  context: async ({ gatheringId }, { now }) => ({ now, codes: validCodes(gatheringId, now) }),
  decide: decideCheckIn,
});
