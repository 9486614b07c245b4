import { invitationSent, type sendInvitation } from '@riggen/contracts';
import { alreadySo, type Decision, isRefusal, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Invitation, InvitationEvent } from '../invitation.js';
import { checkInvitation, type InvitationContext } from '../invitee.js';

export type SendInvitation = z.infer<typeof sendInvitation.schema>;

/** Records an invitation once, to somebody whom the survey is for; it carries the survey's newest version. */
export function decideSendInvitation(command: SendInvitation, { sent }: Invitation, context: InvitationContext): Decision<InvitationEvent> {
  if (sent) {
    const { surveyVersion: _version, phase: _phase, ...known } = sent.data;
    return alreadySo(command.invitationId, known, command);
  }
  const checked = checkInvitation(command, context);
  if (isRefusal(checked)) return checked;
  const { survey, invitee } = checked;
  const about = { occurredAt: startOfDay(command.sentOn), organisation: invitee.organisation };
  return [invitationSent({ ...command, surveyVersion: survey.version, phase: invitee.phase }, about)];
}
