import { describe, expect, it } from '@jest/globals';
import type { SurveyDefinition } from '@riggen/contracts';
import { answersToSend, askedQuestions } from './asked-questions.js';

const form: Pick<SurveyDefinition, 'questions' | 'endsUnless'> = {
  endsUnless: 'had_contact',
  questions: [
    { kind: 'yes_no', id: 'had_contact', wording: {} },
    { kind: 'choices', id: 'themes', wording: {} },
    { kind: 'choices', id: 'tools_used', options: ['plan', 'triangle'], wording: {} },
    { kind: 'choices', id: 'tools_useful', options: ['plan', 'triangle'], onlyAmong: 'tools_used', wording: {} },
    { kind: 'scale', id: 'respect', min: 1, max: 7, wording: {} },
  ],
};
const asked = (answers: Parameters<typeof askedQuestions>[1]) => askedQuestions(form, answers).map(({ id }) => id);

describe('what a form asks', () => {
  it('is nothing more after no contact', () => {
    expect(asked({ had_contact: false })).toEqual(['had_contact']);
  });

  it('is only what has something to choose from', () => {
    expect(asked({ had_contact: true })).toEqual(['had_contact', 'tools_used', 'respect']);
    expect(asked({ had_contact: true, tools_used: ['plan'] })).toEqual(['had_contact', 'tools_used', 'tools_useful', 'respect']);
  });
});

describe('what is sent of a form', () => {
  it('is what was answered, and nothing of what fell away', () => {
    expect(answersToSend(form, { had_contact: true, tools_used: ['plan'], tools_useful: ['plan', 'triangle'], respect: 6 })).toEqual({
      ...{ had_contact: true, tools_used: ['plan'], tools_useful: ['plan'], respect: 6 },
    });
    expect(answersToSend(form, { had_contact: true, tools_used: [], tools_useful: ['plan'] })).toEqual({ had_contact: true });
    expect(answersToSend(form, { had_contact: false, respect: 6 })).toEqual({ had_contact: false });
  });
});
