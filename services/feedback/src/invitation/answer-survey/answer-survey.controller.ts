import { answerSurvey, surveyDefined } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { versionKey } from '../../survey/version-key.js';
import { invitation, invitationStream } from '../invitation.js';
import { decideAnswerSurvey } from './answer-survey.js';

export const answerSurveySlice = commandSlice({
  definition: answerSurvey,
  evolution: invitation,
  streamOf: ({ invitationId }) => invitationStream(invitationId),
  subject: async (_, { state: { sent } }) => sent?.organisation,
  context: async (_, { lookups, now, state: { sent } }) => ({
    now,
    survey: sent && (await lookups.find(surveyDefined, versionKey(sent.data.surveyId, sent.data.surveyVersion))),
  }),
  decide: decideAnswerSurvey,
});
