import { invitationSent, type inviteToSurvey, surveyLinkIssued } from '@riggen/contracts';
import { calendarDateOf, type Decision, daysBetween, isRefusal, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Invitation, InvitationEvent } from '../invitation.js';
import { checkInvitation, type InvitationContext } from '../invitee.js';

export type InviteToSurvey = z.infer<typeof inviteToSurvey.schema>;

/** A link can be used for this many days at most, the day it is sent included (two Fridays: the next link has come by then). */
export const longestLinkInDays = 15;

/**
 * Invites a person by a link. The stream is that of the survey, the person and the week, and so keeps the rule of one link a week:
 * whoever has been invited in that week is not invited again, revoked or not.
 */
export function decideInviteToSurvey(
  { linkHash, expiresAt, ...command }: InviteToSurvey,
  { sent, link }: Invitation,
  { invitationId, ...context }: InvitationContext & { invitationId: string },
): Decision<InvitationEvent> {
  if (sent) return link?.linkHash === linkHash ? [] : refuse('invited-this-week', 'personId');
  const checked = checkInvitation(command, context);
  if (isRefusal(checked)) return checked;
  const expiresOn = calendarDateOf(expiresAt);
  if (new Date(expiresAt) <= new Date(context.now) || daysBetween(command.sentOn, expiresOn) > longestLinkInDays) {
    return refuse('expires-too-late', 'expiresAt', { most: longestLinkInDays });
  }
  const { survey, invitee } = checked;
  const about = { occurredAt: startOfDay(command.sentOn), organisation: invitee.organisation };
  return [
    invitationSent({ ...command, invitationId, surveyVersion: survey.version, phase: invitee.phase }, about),
    surveyLinkIssued({ invitationId, linkHash, expiresAt }, about),
  ];
}
