import { describe, expect, it } from '@jest/globals';
import { contactForms, statements, surveyDefinition, surveys, tools } from '@riggen/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { checkAnswers } from '../../check-answers.js';
import { standardSurveys } from './index.js';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const named = standardSurveys.map((survey) => [survey.surveyId, survey] as const);
const surveyOf = (id: string) => standardSurveys.find(({ surveyId }) => surveyId === id)!;

const statementsOf = ({ questions }: { questions: { kind: string; id: string }[] }) =>
  questions.filter(({ kind }) => kind === 'scale').map(({ id }) => id);

describe('the standard surveys', () => {
  it('are the four weekly surveys of the pilot', () => {
    expect(standardSurveys.map(({ surveyId }) => surveyId).sort()).toEqual([...surveys].sort());
  });

  it('leave no definition in the folder out', () => {
    expect(files).toHaveLength(standardSurveys.length);
  });

  it.each(files)('%s is a survey definition and nothing more, under the name of the survey and version', (file) => {
    const content: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const definition = surveyDefinition.parse(content);
    expect(definition).toEqual(content);
    expect(file).toBe(`${definition.surveyId.replaceAll('_', '-')}.v${definition.version}.json`);
  });

  it.each(named)('%s has every text in Bokmål, Nynorsk and English', (_, survey) => {
    for (const { id, wording } of survey.questions) {
      expect({ id, languages: Object.keys(wording).sort() }).toEqual({ id, languages: ['en', 'nb', 'nn'] });
      for (const text of Object.values(wording)) expect(text.trim()).not.toBe('');
    }
  });

  it.each(named)('%s asks each question once', (_, { questions }) => {
    const ids = questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(named)('%s asks about contact first and ends on a no', (_, survey) => {
    expect(survey.questions[0]).toMatchObject({ kind: 'yes_no', id: 'had_contact' });
    expect(checkAnswers(survey, { had_contact: false })).toBeUndefined();
    expect(checkAnswers(survey, { had_contact: false, met_with_respect: 7 })).toMatchObject({ reason: 'answered-after-no' });
  });

  it.each(named)('%s asks every statement of the pilot on a scale from 1 to 7', (_, survey) => {
    expect(statementsOf(survey).sort()).toEqual([...statements].sort());
    for (const question of survey.questions) {
      if (question.kind === 'scale') expect(question).toMatchObject({ min: 1, max: 7 });
    }
  });

  it.each([
    ['parent_weekly', 'parent', 'child_4_12'],
    ['contact_child_weekly', 'contact_person', 'child_4_12'],
    ['youth_weekly', 'youth', 'aftercare'],
    ['contact_aftercare_weekly', 'contact_person', 'aftercare'],
  ])('%s is for %s of %s', (id, respondents, targetGroup) => {
    expect(surveyOf(id)).toMatchObject({ respondents, targetGroup });
  });

  it('offer the tools and forms of contact that the report counts', () => {
    const caseworkers = surveyOf('contact_child_weekly').questions;
    const used = caseworkers.find(({ id }) => id === 'tools_used');
    const useful = caseworkers.find(({ id }) => id === 'tools_useful');
    expect(used).toMatchObject({ kind: 'choices', options: [...tools] });
    expect(useful).toMatchObject({ kind: 'choices', options: [...tools], onlyAmong: 'tools_used' });
    const form = surveyOf('youth_weekly').questions.find(({ id }) => id === 'contact_form');
    expect(form).toMatchObject({ kind: 'choice', options: [...contactForms] });
  });

  it('ask caseworkers of families about the child and family guidance', () => {
    const asked = surveyOf('contact_child_weekly').questions.filter(({ kind }) => kind === 'yes_no').map(({ id }) => id);
    expect(asked).toEqual(['had_contact', 'child_contact', 'child_could_influence', 'family_guidance_used']);
  });
});
