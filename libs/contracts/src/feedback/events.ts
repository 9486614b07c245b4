import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { studyPhase } from '../primitives.js';
import { answerSurvey, evaluateGathering, registerRespondent, sendInvitation } from './commands.js';
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
