import { describe, expect, it } from '@jest/globals';
import type { SurveyDefinition } from '@riggen/contracts';
import { type Answers, checkAnswers } from './check-answers.js';

const survey: SurveyDefinition = {
  surveyId: 'weekly',
  version: 1,
  respondents: 'contact_person',
  targetGroup: 'child_4_12',
  endsUnless: 'had_contact',
  questions: [
    { kind: 'yes_no', id: 'had_contact', wording: {} },
    { kind: 'choice', id: 'contact_form', options: ['in_person', 'sms'], wording: {} },
    { kind: 'choices', id: 'themes', wording: {} },
    { kind: 'choices', id: 'tools_used', options: ['action_plan', 'flipchart'], wording: {} },
    { kind: 'choices', id: 'tools_useful', options: ['action_plan', 'flipchart'], onlyAmong: 'tools_used', wording: {} },
    { kind: 'scale', id: 'met_with_respect', min: 1, max: 7, wording: {} },
  ],
};
const check = (answers: Answers) => checkAnswers(survey, answers);
const contact = { had_contact: true };

describe('checking answers against their survey', () => {
  it('accepts answers to every kind of question', () => {
    const answers = {
      had_contact: true,
      contact_form: 'sms',
      themes: ['what_matters', 'school'],
      tools_used: ['action_plan', 'flipchart'],
      tools_useful: ['flipchart'],
      met_with_respect: 7,
    };
    expect(check(answers)).toBeUndefined();
  });

  it('accepts that questions are left out', () => {
    expect(check(contact)).toBeUndefined();
  });

  it('accepts that none of several were chosen', () => {
    expect(check({ ...contact, tools_used: [], tools_useful: [] })).toBeUndefined();
  });

  it('refuses a question that the survey does not have', () => {
    expect(check({ ...contact, mood: 3 })).toMatchObject({
      reason: 'unknown-question',
      field: 'answers.mood',
      params: { survey: 'weekly', question: 'mood' },
    });
  });

  it.each([1, 7])('accepts %s on a scale from 1 to 7', (answer) => {
    expect(check({ ...contact, met_with_respect: answer })).toBeUndefined();
  });

  it.each<Answers[string]>([0, 8, -1, 3.5, '3', true, ['three']])('refuses %j on a scale from 1 to 7', (answer) => {
    expect(check({ ...contact, met_with_respect: answer })).toMatchObject({
      reason: 'answer-outside-scale',
      field: 'answers.met_with_respect',
      params: { given: String(answer), min: 1, max: 7 },
    });
  });

  it.each<Answers[string]>(['yes', 1, ['yes']])('refuses %j to a question of yes or no', (answer) => {
    expect(check({ had_contact: answer })).toMatchObject({
      reason: 'answer-not-a-choice',
      field: 'answers.had_contact',
      params: { options: 'yes, no' },
    });
  });

  it.each<Answers[string]>(['letter', '', 1, true, ['sms']])('refuses %j where one choice is asked for', (answer) => {
    expect(check({ ...contact, contact_form: answer })).toMatchObject({
      reason: 'answer-not-a-choice',
      field: 'answers.contact_form',
      params: { options: 'in_person, sms' },
    });
  });

  it('refuses one word where several choices are asked for', () => {
    expect(check({ ...contact, tools_used: 'flipchart' })).toMatchObject({ reason: 'answer-not-a-choice', field: 'answers.tools_used' });
    expect(check({ ...contact, themes: 'school' })).toMatchObject({ reason: 'answer-not-a-choice', field: 'answers.themes' });
  });

  it('names the one of several choices that is not among the options', () => {
    expect(check({ ...contact, tools_used: ['flipchart', 'hammer'] })).toMatchObject({
      reason: 'answer-not-a-choice',
      field: 'answers.tools_used',
      params: { given: 'hammer', options: 'action_plan, flipchart' },
    });
  });

  it('refuses a tool that is called useful and was not used', () => {
    expect(check({ ...contact, tools_used: ['flipchart'], tools_useful: ['flipchart', 'action_plan'] })).toMatchObject({
      reason: 'choice-not-among',
      field: 'answers.tools_useful',
      params: { given: 'action_plan', among: 'tools_used' },
    });
  });

  it('refuses a useful tool where no tool was used', () => {
    expect(check({ ...contact, tools_useful: ['flipchart'] })).toMatchObject({ reason: 'choice-not-among', field: 'answers.tools_useful' });
  });

  it.each<Answers[string]>([5, true, 'flipchart'])('refuses the answers when the tools used are told as %j, in any order', (used) => {
    expect(check({ ...contact, tools_useful: ['flipchart'], tools_used: used })).toMatchObject({ refused: true });
    expect(check({ ...contact, tools_used: used, tools_useful: ['flipchart'] })).toMatchObject({ field: 'answers.tools_used' });
  });

  it('asks for the answer that the form ends on', () => {
    expect(check({ met_with_respect: 7 })).toMatchObject({ reason: 'missing-answer', field: 'answers.had_contact' });
    expect(check({})).toMatchObject({ reason: 'missing-answer', field: 'answers.had_contact' });
  });

  it('accepts a no that ends the form', () => {
    expect(check({ had_contact: false })).toBeUndefined();
  });

  it('refuses an answer after the no that ends the form', () => {
    expect(check({ met_with_respect: 7, had_contact: false })).toMatchObject({
      reason: 'answered-after-no',
      field: 'answers.met_with_respect',
      params: { question: 'met_with_respect', ending: 'had_contact' },
    });
  });

  it('asks for nothing in a survey that does not end on a no', () => {
    const { endsUnless: _, ...open } = survey;
    expect(checkAnswers(open, {})).toBeUndefined();
    expect(checkAnswers(open, { had_contact: false, met_with_respect: 1 })).toBeUndefined();
  });
});
