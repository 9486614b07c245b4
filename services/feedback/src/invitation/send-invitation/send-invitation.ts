import { invitationSent, type Organisation, type sendInvitation, type SurveyDefinition } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Invitation, InvitationEvent } from '../invitation.js';

export type SendInvitation = z.infer<typeof sendInvitation.schema>;

/** Somebody who can be invited to a survey. */
export interface Invitee {
  role: SurveyDefinition['respondents'];
  targetGroup: SurveyDefinition['targetGroup'];
  phase: number;
  organisation: Organisation;
}

/** Records an invitation once, to somebody whom the survey is for; it carries the survey's newest version. */
export function decideSendInvitation(
  command: SendInvitation,
  { sent }: Invitation,
  { now, survey, invitee }: { now: string; survey: SurveyDefinition | undefined; invitee: Invitee | undefined },
): Decision<InvitationEvent> {
  const { invitationId, surveyId, personId, sentOn } = command;
  if (sent) {
    const { surveyVersion: _version, phase: _phase, ...known } = sent.data;
    return alreadySo(invitationId, known, command);
  }
  if (!survey) return refuse('unknown-survey', 'surveyId', { id: surveyId });
  if (!invitee) return refuse('unknown-person', 'personId', { id: personId });
  const expected = `${survey.respondents} ${survey.targetGroup}`;
  const given = `${invitee.role} ${invitee.targetGroup}`;
  if (given !== expected) return refuse('wrong-respondent', 'surveyId', { survey: surveyId, id: personId, expected, given });
  if (sentOn > calendarDateOf(now)) return refuse('date-after-today', 'sentOn', { date: sentOn });
  const { phase, organisation } = invitee;
  return [
    invitationSent({ ...command, surveyVersion: survey.version, phase }, { occurredAt: startOfDay(sentOn), organisation }),
  ];
}
