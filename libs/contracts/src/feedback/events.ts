import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { instant, key, studyPhase } from '../primitives.js';
import {
  answerSurvey,
  evaluateGathering,
  openGatheringEvaluation,
  publishAnswers,
  registerRespondent,
  revokeInvitation,
  secretHash,
  sendInvitation,
} from './commands.js';
import { surveyDefinition } from './survey-definition.js';

export const respondentRegistered = defineEvent({
  service: 'feedback',
  type: 'RespondentRegistered',
  schemaVersion: 1,
  summary: 'A parent or young person takes part, known by a random key',
  schema: registerRespondent.schema,
});

export const surveyDefined = defineEvent({
  service: 'feedback',
  type: 'SurveyDefined',
  schemaVersion: 1,
  summary: 'A version of a survey can be sent',
  schema: surveyDefinition,
});

export const invitationSent = defineEvent({
  service: 'feedback',
  type: 'InvitationSent',
  schemaVersion: 1,
  summary: 'A survey link was sent to a person',
  schema: sendInvitation.schema.extend({ surveyVersion: z.int().min(1), phase: studyPhase }),
});

export const surveyAnswered = defineEvent({
  service: 'feedback',
  type: 'SurveyAnswered',
  schemaVersion: 1,
  summary: 'An invitation was answered',
  schema: answerSurvey.schema,
});

export const gatheringEvaluated = defineEvent({
  service: 'feedback',
  type: 'GatheringEvaluated',
  schemaVersion: 1,
  summary: 'A participant evaluated a gathering anonymously',
  schema: evaluateGathering.schema,
});

export const answersPublished = defineEvent({
  service: 'feedback',
  type: 'AnswersPublished',
  schemaVersion: 1,
  summary: 'The answers recorded so far, up to and including a month, became figures; number counts the publications from 1',
  schema: publishAnswers.schema.extend({ number: z.int().min(1) }),
});

export const surveyLinkIssued = defineEvent({
  service: 'feedback',
  type: 'SurveyLinkIssued',
  schemaVersion: 1,
  summary: 'An invitation can be answered by a link, of which only the hash of its secret is kept',
  schema: z.object({ invitationId: key, linkHash: secretHash, expiresAt: instant }),
});

export const invitationRevoked = defineEvent({
  service: 'feedback',
  type: 'InvitationRevoked',
  schemaVersion: 1,
  summary: 'The link of an invitation is of no use any more',
  schema: revokeInvitation.schema,
});

export const gatheringEvaluationOpened = defineEvent({
  service: 'feedback',
  type: 'GatheringEvaluationOpened',
  schemaVersion: 1,
  summary: 'A gathering can be evaluated by a code, of which only the hash is kept, until a set time',
  schema: openGatheringEvaluation.schema,
});

export const gatheringEvaluationClosed = defineEvent({
  service: 'feedback',
  type: 'GatheringEvaluationClosed',
  schemaVersion: 1,
  summary: 'The evaluation of a gathering was closed; the evaluations recorded with it are all there are',
  schema: z.object({ gatheringId: key, evaluations: z.int().min(0) }),
});
