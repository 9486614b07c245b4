import { describe, it } from '@jest/globals';
import { surveyDefined } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { survey } from '../survey.js';
import { decideDefineSurvey, type DefineSurvey } from './define-survey.js';

const { given } = specification(survey, decideDefineSurvey);

const now = '2022-04-01T10:00:00.000Z';
const context = { now };
const first: DefineSurvey = {
  surveyId: 'weekly',
  version: 1,
  respondents: 'parent',
  targetGroup: 'child_4_12',
  endsUnless: 'had_contact',
  questions: [
    { kind: 'yes_no', id: 'had_contact', wording: { nb: 'Hadde dere kontakt?' } },
    { kind: 'scale', id: 'met_with_respect', min: 1, max: 7, wording: { nb: 'Jeg ble møtt med respekt' } },
  ],
};
const second: DefineSurvey = { ...first, version: 2, questions: first.questions.slice(0, 1) };
const readAgain = (definition: DefineSurvey) => JSON.parse(JSON.stringify(definition)) as DefineSurvey;
const definedAt = { occurredAt: now };

describe('defining a survey', () => {
  it('defines the first version', () => {
    given().when(first, context).then(surveyDefined(first, definedAt));
  });

  it('defines the next version beside the first', () => {
    given(surveyDefined(first, definedAt)).when(second, context).then(surveyDefined(second, definedAt));
  });

  it('refuses a first version that is not number one', () => {
    given().when(second, context).thenRefused('version-out-of-order', { field: 'version' });
  });

  it('refuses a version that leaves one out', () => {
    given(surveyDefined(first, definedAt)).when({ ...second, version: 3 }, context).thenRefused('version-out-of-order', { field: 'version' });
  });

  it('does nothing when the version is defined already with the same content', () => {
    given(surveyDefined(first, definedAt)).when(readAgain(first), context).thenNothing();
  });

  it('does nothing about an older version that is the same, when a newer one is defined', () => {
    given(surveyDefined(first, definedAt), surveyDefined(second, definedAt)).when(readAgain(first), context).thenNothing();
  });

  it('never changes a version that is defined', () => {
    given(surveyDefined(first, definedAt), surveyDefined(second, definedAt))
      .when({ ...first, questions: second.questions }, context)
      .thenRefused('known-with-other-content', { field: 'questions' });
  });
});
