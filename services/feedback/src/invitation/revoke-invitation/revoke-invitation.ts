import { invitationRevoked, type revokeInvitation } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Invitation, InvitationEvent } from '../invitation.js';

export type RevokeInvitation = z.infer<typeof revokeInvitation.schema>;

/** Makes the link of an invitation useless; what was answered by it stays. */
export function decideRevokeInvitation(
  { invitationId }: RevokeInvitation,
  { sent, link, isRevoked }: Invitation,
  { now }: { now: string },
): Decision<InvitationEvent> {
  if (!sent || !link) return refuse('unknown-invitation', 'invitationId', { id: invitationId });
  return isRevoked ? [] : [invitationRevoked({ invitationId }, { occurredAt: now, organisation: sent.organisation })];
}
