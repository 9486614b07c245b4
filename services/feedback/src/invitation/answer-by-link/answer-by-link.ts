import { type answerByLink, surveyAnswered, type SurveyDefinition } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { checkAnswers } from '../../survey/check-answers.js';
import type { Invitation, InvitationEvent } from '../invitation.js';

export type AnswerByLink = z.infer<typeof answerByLink.schema>;

/** Takes an answer from whoever has the link, while it holds. The answer keeps the key of the invitation, never the link. */
export function decideAnswerByLink(
  { responseId, answers }: AnswerByLink,
  { sent, link, isRevoked, responses }: Invitation,
  { now, survey, linkHash }: { now: string; survey: SurveyDefinition | undefined; linkHash: string },
): Decision<InvitationEvent> {
  if (!sent || link?.linkHash !== linkHash) return refuse('unknown-link', 'link');
  const { invitationId } = sent.data;
  const known = responses.get(responseId);
  if (known) return alreadySo(responseId, { answers: known.answers }, { answers });
  // Alike, so that nobody learns from a link what was sent to whom.
  if (isRevoked || new Date(now) >= new Date(link.expiresAt)) return refuse('unknown-link', 'link');
  if (!survey) return refuse('unknown-survey', 'link', { id: sent.data.surveyId });
  const about = { occurredAt: now, organisation: sent.organisation };
  return checkAnswers(survey, answers) ?? [surveyAnswered({ invitationId, responseId, submittedAt: now, answers }, about)];
}
