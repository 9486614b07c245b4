import { sendInvitation } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { invitation, invitationStream } from '../invitation.js';
import { invitationContext, inviteeOf } from '../invitee.lookups.js';
import { decideSendInvitation } from './send-invitation.js';

export const sendInvitationSlice = commandSlice({
  definition: sendInvitation,
  evolution: invitation,
  streamOf: ({ invitationId }) => invitationStream(invitationId),
  subject: async ({ personId }, { lookups, state: { sent } }) => sent?.organisation ?? (await inviteeOf(lookups, personId))?.organisation,
  context: invitationContext,
  decide: decideSendInvitation,
});
