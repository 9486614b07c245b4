import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, calendarMonth, instant, key, keyword, studyPhase, targetGroup } from '../primitives.js';
import { surveyDefinition } from './survey-definition.js';

export const registerRespondent = defineCommand({
  service: 'feedback',
  name: 'register-respondent',
  summary: 'Register a parent or young person by a random key, with the key of the case',
  schema: z.object({
    respondentId: key,
    role: z.enum(['parent', 'youth']),
    serviceId: key,
    caseId: key,
    targetGroup,
    phase: studyPhase,
  }),
});

export const defineSurvey = defineCommand({
  service: 'feedback',
  name: 'define-survey',
  summary: 'Define a new version of a survey',
  schema: surveyDefinition,
});

export const sendInvitation = defineCommand({
  service: 'feedback',
  name: 'send-invitation',
  summary: 'Record that a survey link was sent to a person',
  schema: z.object({
    invitationId: key,
    surveyId: key,
    personId: key,
    sentOn: calendarDate,
    channel: z.enum(['sms', 'email', 'phone', 'paper', 'visit']),
    language: z.string().regex(/^[a-z]{2,3}$/, { error: 'not-a-language-code' }).describe('Language code, for example nb, en, ar, uz or kar'),
  }),
});

/** One answer a question: a step of a scale, yes or no, one choice, or several. A question that is left out was not answered. */
export const answers = z.record(
  keyword,
  z.union([z.int(), z.boolean(), z.string().max(64), z.array(keyword).max(50)]),
);

export const answerSurvey = defineCommand({
  service: 'feedback',
  name: 'answer-survey',
  summary: 'Answer the survey of an invitation; several answers are allowed',
  schema: z.object({ invitationId: key, responseId: key, submittedAt: instant, answers }),
});

/** The SHA-256, in hex, of a link's secret: whoever sends the link makes the secret, and Riggen keeps nothing but this. */
export const secretHash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not-a-hash' });

/** The secret of a link or a code: at least 128 random bits in base64url. */
export const linkSecret = z.string().regex(/^[A-Za-z0-9_-]{22,128}$/, { error: 'unknown-link' });

export const inviteToSurvey = defineCommand({
  service: 'feedback',
  name: 'invite-to-survey',
  summary: 'Invite a person to a survey by a link, once a week',
  schema: z.object({
    ...{ surveyId: key, personId: key, sentOn: calendarDate, linkHash: secretHash, expiresAt: instant },
    channel: z.enum(['sms', 'email']),
    language: sendInvitation.schema.shape.language,
  }),
});

export const revokeInvitation = defineCommand({
  service: 'feedback',
  name: 'revoke-invitation',
  summary: 'Make the link of an invitation useless',
  schema: z.object({ invitationId: key }),
});

export const answerByLink = defineCommand({
  service: 'feedback',
  name: 'answer-by-link',
  summary: 'Answer a survey by the link that was sent, without signing in; several answers are allowed',
  schema: z.object({ link: linkSecret, responseId: z.uuid(), answers }),
});

const evaluationScore = z.int().min(1).max(10);

const evaluationScores = z.object({
  learning: evaluationScore.optional(),
  motivating: evaluationScore.optional(),
  amount: evaluationScore.optional(),
  relevance: evaluationScore.optional(),
  leadership: evaluationScore.optional(),
});

export const evaluateGathering = defineCommand({
  service: 'feedback',
  name: 'evaluate-gathering',
  summary: 'Evaluate a gathering anonymously, each scale from 1 to 10',
  schema: z.object({
    evaluationId: key,
    gatheringId: key,
    submittedOn: calendarDate,
    scores: evaluationScores,
  }),
});

export const openGatheringEvaluation = defineCommand({
  service: 'feedback',
  name: 'open-gathering-evaluation',
  summary: 'Open the anonymous evaluation of a gathering to whoever has its code, until a set time',
  schema: z.object({ gatheringId: key, codeHash: secretHash, closesAt: instant }),
});

export const closeGatheringEvaluation = defineCommand({
  service: 'feedback',
  name: 'close-gathering-evaluation',
  summary: 'Close the evaluation of a gathering: what was answered is recorded, all at once and in no order',
  schema: z.object({ gatheringId: key }),
});

export const evaluateByCode = defineCommand({
  service: 'feedback',
  name: 'evaluate-by-code',
  summary: 'Evaluate a gathering anonymously by its code, without signing in',
  schema: z.object({ code: linkSecret, scores: evaluationScores }),
});

export const publishAnswers = defineCommand({
  service: 'feedback',
  name: 'publish-answers',
  summary: 'Publish the answers up to and including a month that is over: once when it is closed, and once for a folder taken in',
  schema: z.object({ through: calendarMonth, occasion: z.enum(['month', 'import']) }),
});
