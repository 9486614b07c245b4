import {
  caseOpened,
  gatheringEvaluationClosed,
  gatheringEvaluationOpened,
  invitationRevoked,
  invitationSent,
  respondentRegistered,
  surveyDefined,
  surveyLinkIssued,
} from '@riggen/contracts';
import { copied, copiesOfCaseworkers, copiesProjection, type ServiceDefinition } from '@riggen/service';
import { evaluateGatheringSlice } from './gathering-evaluation/evaluate-gathering/evaluate-gathering.controller.js';
import { BallotBox } from './gathering-form/ballot-box.tables.js';
import { closeFormsInTime } from './gathering-form/close-gathering-evaluation/close-forms.startup.js';
import { closeGatheringEvaluationSlice } from './gathering-form/close-gathering-evaluation/close-gathering-evaluation.controller.js';
import { evaluateByCodeController } from './gathering-form/evaluate-by-code/evaluate-by-code.controller.js';
import { evaluationByCodeController } from './gathering-form/evaluation-by-code/evaluation-by-code.controller.js';
import { copiesOfGatherings } from './gathering-form/gathering.lookups.js';
import { openGatheringEvaluationSlice } from './gathering-form/open-gathering-evaluation/open-gathering-evaluation.controller.js';
import { answerByLinkSlice } from './invitation/answer-by-link/answer-by-link.controller.js';
import { answerSurveySlice } from './invitation/answer-survey/answer-survey.controller.js';
import { inviteToSurveySlice } from './invitation/invite-to-survey/invite-to-survey.controller.js';
import { revokeInvitationSlice } from './invitation/revoke-invitation/revoke-invitation.controller.js';
import { sendInvitationSlice } from './invitation/send-invitation/send-invitation.controller.js';
import { surveyByLinkController } from './invitation/survey-by-link/survey-by-link.controller.js';
import { closeMonths } from './publication/publish-answers/close-months.startup.js';
import { publishAnswersSlice } from './publication/publish-answers/publish-answers.controller.js';
import { registerRespondentSlice } from './respondent/register-respondent/register-respondent.controller.js';
import { defineSurveySlice } from './survey/define-survey/define-survey.controller.js';
import { defineStandardSurveys } from './survey/define-survey/define-standard-surveys.startup.js';
import { versionKey } from './survey/version-key.js';

export { publicationStream } from './publication/publication.js';
export { respondentStream } from './respondent/respondent.js';
export { surveyStream } from './survey/survey.js';
export { versionKey } from './survey/version-key.js';

const ballotBox = new BallotBox();
const closeFormSlice = closeGatheringEvaluationSlice(ballotBox);

/** Feedback: surveys, invitations and answers, and the evaluation of gatherings. */
export const feedback: ServiceDefinition = {
  name: 'feedback',
  commands: [
    registerRespondentSlice,
    defineSurveySlice,
    sendInvitationSlice,
    inviteToSurveySlice,
    revokeInvitationSlice,
    answerSurveySlice,
    answerByLinkSlice,
    evaluateGatheringSlice,
    openGatheringEvaluationSlice,
    closeFormSlice,
    publishAnswersSlice,
  ],
  queries: [],
  controllers: [surveyByLinkController, evaluationByCodeController, evaluateByCodeController(ballotBox)],
  projections: [
    copiesProjection(4, [
      ...copiesOfCaseworkers,
      copied(caseOpened, ({ caseId }) => [caseId]),
      ...copiesOfGatherings,
      copied(respondentRegistered, ({ respondentId }) => [respondentId]),
      copied(surveyDefined, ({ surveyId, version }) => [surveyId, versionKey(surveyId, version)]),
      copied(invitationSent, ({ invitationId }) => [invitationId]),
      copied(surveyLinkIssued, ({ linkHash }) => [linkHash]),
      copied(invitationRevoked, ({ invitationId }) => [invitationId]),
      copied(gatheringEvaluationOpened, ({ codeHash }) => [codeHash]),
      copied(gatheringEvaluationClosed, ({ gatheringId }) => [gatheringId]),
    ]),
  ],
  onStart: async (host) => {
    await ballotBox.openIn(host.tables);
    await defineStandardSurveys(host);
    closeMonths(host);
    closeFormsInTime(host, ballotBox, closeFormSlice);
  },
};
