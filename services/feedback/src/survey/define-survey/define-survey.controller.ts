import { defineSurvey } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { survey, surveyStream } from '../survey.js';
import { decideDefineSurvey } from './define-survey.js';

export const defineSurveySlice = commandSlice({
  definition: defineSurvey,
  evolution: survey,
  streamOf: ({ surveyId }) => surveyStream(surveyId),
  subject: async () => ({}),
  context: async (_, { now }) => ({ now }),
  decide: decideDefineSurvey,
});
