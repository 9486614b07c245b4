import { type answerSurvey, surveyAnswered, type SurveyDefinition } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { checkAnswers } from '../../survey/check-answers.js';
import type { Invitation, InvitationEvent } from '../invitation.js';

export type AnswerSurvey = z.infer<typeof answerSurvey.schema>;

/** Takes an answer to an invitation, once for each response id, on the terms of the survey version that was sent. */
export function decideAnswerSurvey(
  command: AnswerSurvey,
  { sent, responses }: Invitation,
  { now, survey }: { now: string; survey: SurveyDefinition | undefined },
): Decision<InvitationEvent> {
  const { invitationId, responseId, submittedAt } = command;
  if (!sent) return refuse('unknown-invitation', 'invitationId', { id: invitationId });
  const known = responses.get(responseId);
  if (known) return alreadySo(responseId, known, command);
  if (!survey) return refuse('unknown-survey', 'invitationId', { id: sent.data.surveyId });
  const day = calendarDateOf(submittedAt);
  if (new Date(submittedAt) > new Date(now)) return refuse('in-the-future', 'submittedAt', { time: submittedAt });
  const { sentOn } = sent.data;
  if (day < sentOn) return refuse('answered-before-sent', 'submittedAt', { given: day, sent: sentOn });
  return (
    checkAnswers(survey, command.answers) ?? [
      surveyAnswered(command, { occurredAt: new Date(submittedAt).toISOString(), organisation: sent.organisation }),
    ]
  );
}
