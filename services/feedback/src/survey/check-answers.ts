import type { answers, Question, SurveyDefinition } from '@riggen/contracts';
import { type Refusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';

export type Answers = z.infer<typeof answers>;

/** Checks answers against their survey: known questions, answers on their scale or among their choices, nothing after the end. */
export function checkAnswers(definition: SurveyDefinition, given: Answers): Refusal | undefined {
  const questions = new Map(definition.questions.map((question) => [question.id, question]));
  for (const [id, answer] of Object.entries(given)) {
    const question = questions.get(id);
    if (!question) return refuse('unknown-question', `answers.${id}`, { survey: definition.surveyId, question: id });
    const refusal = checkAnswer(question, answer, given);
    if (refusal) return refusal;
  }
  return checkEnd(definition, given);
}

function checkEnd({ endsUnless }: SurveyDefinition, given: Answers): Refusal | undefined {
  if (!endsUnless) return undefined;
  if (given[endsUnless] === undefined) return refuse('missing-answer', `answers.${endsUnless}`, { question: endsUnless });
  const after = Object.keys(given).find((id) => id !== endsUnless);
  if (given[endsUnless] === true || after === undefined) return undefined;
  return refuse('answered-after-no', `answers.${after}`, { question: after, ending: endsUnless });
}

function checkAnswer(question: Question, answer: Answers[string], given: Answers): Refusal | undefined {
  const { id } = question;
  const field = `answers.${id}`;
  const notAChoice = (text: unknown, options: string) =>
    refuse('answer-not-a-choice', field, { given: String(text), question: id, options });
  switch (question.kind) {
    case 'scale': {
      const { min, max } = question;
      const onScale = Number.isInteger(answer) && Number(answer) >= min && Number(answer) <= max;
      return onScale ? undefined : refuse('answer-outside-scale', field, { given: String(answer), question: id, min, max });
    }
    case 'yes_no':
      return typeof answer === 'boolean' ? undefined : notAChoice(answer, 'yes, no');
    case 'choice':
      return question.options.includes(answer as string) ? undefined : notAChoice(answer, question.options.join(', '));
    case 'choices': {
      const { options, onlyAmong } = question;
      if (!Array.isArray(answer)) return notAChoice(answer, options?.join(', ') ?? '');
      const unknown = options && answer.find((choice) => !options.includes(choice));
      if (unknown !== undefined) return notAChoice(unknown, options!.join(', '));
      const among = onlyAmong ? given[onlyAmong] : undefined;
      const stray = onlyAmong && answer.find((choice) => !Array.isArray(among) || !among.includes(choice));
      return stray ? refuse('choice-not-among', field, { given: stray, question: id, among: onlyAmong }) : undefined;
    }
  }
}
