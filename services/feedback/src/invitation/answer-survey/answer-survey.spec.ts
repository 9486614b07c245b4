import { describe, it } from '@jest/globals';
import { invitationSent, surveyAnswered, type SurveyDefinition } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { invitation } from '../invitation.js';
import { type AnswerSurvey, decideAnswerSurvey } from './answer-survey.js';

const { given } = specification(invitation, decideAnswerSurvey);

const survey: SurveyDefinition = {
  surveyId: 'parent_weekly',
  version: 1,
  respondents: 'parent',
  targetGroup: 'child_4_12',
  endsUnless: 'had_contact',
  questions: [
    { kind: 'yes_no', id: 'had_contact', wording: {} },
    { kind: 'scale', id: 'met_with_respect', min: 1, max: 7, wording: {} },
  ],
};
const organisation = { service: 'p08', region: 'vest' };
const context = { now: '2022-04-01T12:00:00.000Z', survey };
const sent = invitationSent(
  {
    invitationId: 'I00001',
    surveyId: 'parent_weekly',
    surveyVersion: 1,
    personId: 'F001',
    sentOn: '2022-04-01',
    channel: 'sms',
    language: 'nb',
    phase: 1,
  },
  { occurredAt: '2022-03-31T22:00:00.000Z', organisation },
);
const command: AnswerSurvey = {
  invitationId: 'I00001',
  responseId: 'R00001',
  submittedAt: '2022-04-01T11:38:00.000Z',
  answers: { had_contact: true, met_with_respect: 7 },
};
const answered = (about: AnswerSurvey) => surveyAnswered(about, { occurredAt: about.submittedAt, organisation });

describe('answering a survey', () => {
  it('takes the answer in the organisation of the invitation, when it was given', () => {
    given(sent).when(command, context).then(answered(command));
  });

  it('takes several answers to one invitation in a week', () => {
    const second = { ...command, responseId: 'R00002', submittedAt: '2022-04-04T09:00:00.000Z' };
    const third = { ...second, responseId: 'R00003', answers: { had_contact: false } };
    const later = { ...context, now: '2022-04-04T10:00:00.000Z' };
    given(sent, answered(command)).when(second, later).then(answered(second));
    given(sent, answered(command), answered(second)).when(third, later).then(answered(third));
  });

  it('takes two answers with the same content when they have each their id', () => {
    const again = { ...command, responseId: 'R00002' };
    given(sent, answered(command)).when(again, context).then(answered(again));
  });

  it('takes an answer that there was no contact this week', () => {
    const noContact = { ...command, answers: { had_contact: false } };
    given(sent).when(noContact, context).then(answered(noContact));
  });

  it('refuses an answer to an invitation that is not known', () => {
    given().when(command, context).thenRefused('unknown-invitation', { field: 'invitationId' });
  });

  it('refuses an answer whose version of the survey is not known', () => {
    given(sent).when(command, { ...context, survey: undefined }).thenRefused('unknown-survey', { field: 'invitationId' });
  });

  it('takes an answer that is given this very moment', () => {
    const atOnce = { ...command, submittedAt: context.now };
    given(sent).when(atOnce, context).then(answered(atOnce));
  });

  it('refuses an answer from a moment that has not come', () => {
    given(sent)
      .when({ ...command, submittedAt: '2022-04-01T12:00:01.000Z' }, context)
      .thenRefused('in-the-future', { field: 'submittedAt' });
  });

  it('reads the moment with its offset from UTC', () => {
    const local = { ...command, submittedAt: '2022-04-01T13:59:00+02:00' };
    given(sent).when(local, context).then({ ...answered(local), occurredAt: '2022-04-01T11:59:00.000Z' });
    given(sent)
      .when({ ...command, submittedAt: '2022-04-01T11:00:00-02:00' }, context)
      .thenRefused('in-the-future', { field: 'submittedAt' });
  });

  it('takes an answer from the first minute of the day in Norway on which it was sent', () => {
    const early = { ...command, submittedAt: '2022-03-31T22:00:00.000Z' };
    given(sent).when(early, context).then(answered(early));
  });

  it('refuses an answer from the evening before it was sent', () => {
    given(sent)
      .when({ ...command, submittedAt: '2022-03-31T21:59:00.000Z' }, context)
      .thenRefused('answered-before-sent', { field: 'submittedAt' });
  });

  it('refuses answers that do not fit the survey', () => {
    given(sent)
      .when({ ...command, answers: { had_contact: true, met_with_respect: 8 } }, context)
      .thenRefused('answer-outside-scale', { field: 'answers.met_with_respect' });
  });

  it('does nothing when the answer is known already with the same content', () => {
    const reordered = { ...command, answers: { met_with_respect: 7, had_contact: true } };
    given(sent, answered(command)).when(reordered, context).thenNothing();
    given(sent, answered(command), answered({ ...command, responseId: 'R00002' })).when(reordered, context).thenNothing();
  });

  it('refuses other answers under an id that is known', () => {
    given(sent, answered(command))
      .when({ ...command, answers: { had_contact: false } }, context)
      .thenRefused('known-with-other-content', { field: 'answers' });
  });

  it('refuses another time under an id that is known', () => {
    given(sent, answered(command))
      .when({ ...command, submittedAt: '2022-04-01T11:39:00.000Z' }, context)
      .thenRefused('known-with-other-content', { field: 'submittedAt' });
  });
});
