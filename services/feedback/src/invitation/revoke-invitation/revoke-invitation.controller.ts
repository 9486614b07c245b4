import { revokeInvitation } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { invitation, invitationStream } from '../invitation.js';
import { decideRevokeInvitation } from './revoke-invitation.js';

export const revokeInvitationSlice = commandSlice({
  definition: revokeInvitation,
  evolution: invitation,
  streamOf: ({ invitationId }) => invitationStream(invitationId),
  subject: async (_, { state: { sent } }) => sent?.organisation,
  context: async (_, { now }) => ({ now }),
  decide: decideRevokeInvitation,
});
