import { withdrawRole } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { placeOf, roleHolder, roleHolderStream } from '../role-holder.js';
import { decideWithdrawRole } from './withdraw-role.js';

export const withdrawRoleSlice = commandSlice({
  definition: withdrawRole,
  evolution: roleHolder,
  streamOf: ({ personId }) => roleHolderStream(personId),
  subject: async ({ holdingId }, { state: { holdings } }) => {
    const known = holdings.get(holdingId);
    return known && placeOf(known.given.unit);
  },
  context: async (_, { now, caller }) => ({ now, caller }),
  decide: decideWithdrawRole,
});
