import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, instant, key, keyword, studyPhase, targetGroup } from '../primitives.js';
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

const evaluationScore = z.int().min(1).max(10);

export const evaluateGathering = defineCommand({
  service: 'feedback',
  name: 'evaluate-gathering',
  summary: 'Evaluate a gathering anonymously, each scale from 1 to 10',
  schema: z.object({
    evaluationId: key,
    gatheringId: key,
    submittedOn: calendarDate,
    scores: z.object({
      learning: evaluationScore.optional(),
      motivating: evaluationScore.optional(),
      amount: evaluationScore.optional(),
      relevance: evaluationScore.optional(),
      leadership: evaluationScore.optional(),
    }),
  }),
});
