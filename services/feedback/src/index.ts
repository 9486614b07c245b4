import { caseOpened, gatheringScheduled, respondentRegistered, surveyDefined } from '@riggen/contracts';
import { copied, copiesOfCaseworkers, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { evaluateGatheringSlice } from './gathering-evaluation/evaluate-gathering/evaluate-gathering.controller.js';
import { answerSurveySlice } from './invitation/answer-survey/answer-survey.controller.js';
import { sendInvitationSlice } from './invitation/send-invitation/send-invitation.controller.js';
import { registerRespondentSlice } from './respondent/register-respondent/register-respondent.controller.js';
import { defineSurveySlice } from './survey/define-survey/define-survey.controller.js';
import { defineStandardSurveys } from './survey/define-survey/define-standard-surveys.startup.js';
import { versionKey } from './survey/version-key.js';

export { respondentStream } from './respondent/respondent.js';
export { surveyStream } from './survey/survey.js';
export { versionKey } from './survey/version-key.js';

/** Feedback: surveys, invitations and answers, and the evaluation of gatherings. */
export const feedback: ServiceDefinition = {
  name: 'feedback',
  commands: [registerRespondentSlice, defineSurveySlice, sendInvitationSlice, answerSurveySlice, evaluateGatheringSlice],
  queries: [],
  projections: [
    copiesProjection(1, [
      ...copiesOfCaseworkers,
      copied(caseOpened, ({ caseId }) => [caseId]),
      copied(gatheringScheduled, ({ gatheringId }) => [gatheringId]),
      copied(respondentRegistered, ({ respondentId }) => [respondentId]),
      copied(surveyDefined, ({ surveyId, version }) => [surveyId, versionKey(surveyId, version)]),
    ]),
  ],
  onStart: defineStandardSurveys,
};
