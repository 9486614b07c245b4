import { type Organisation, type SurveyDefinition } from '@riggen/contracts';
import { calendarDateOf, refuse, type Refusal } from '@riggen/event-sourcing';

/** Somebody who can be invited to a survey. */
export interface Invitee {
  role: SurveyDefinition['respondents'];
  targetGroup: SurveyDefinition['targetGroup'];
  phase: number;
  organisation: Organisation;
}

/** The survey and the person of an invitation, where they are known. */
export interface InvitationContext {
  now: string;
  survey: SurveyDefinition | undefined;
  invitee: Invitee | undefined;
}

/** What an invitation needs: a survey, somebody whom it is for, and a day that has come; or why it cannot be. */
export function checkInvitation(
  { surveyId, personId, sentOn }: { surveyId: string; personId: string; sentOn: string },
  { now, survey, invitee }: InvitationContext,
): { survey: SurveyDefinition; invitee: Invitee } | Refusal {
  if (!survey) return refuse('unknown-survey', 'surveyId', { id: surveyId });
  if (!invitee) return refuse('unknown-person', 'personId', { id: personId });
  const expected = `${survey.respondents} ${survey.targetGroup}`;
  const given = `${invitee.role} ${invitee.targetGroup}`;
  if (given !== expected) return refuse('wrong-respondent', 'surveyId', { survey: surveyId, id: personId, expected, given });
  if (sentOn > calendarDateOf(now)) return refuse('date-after-today', 'sentOn', { date: sentOn });
  return { survey, invitee };
}
