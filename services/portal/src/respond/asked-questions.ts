import type { Question, SurveyDefinition } from '@riggen/contracts';

export type Answer = number | boolean | string | string[];
export type Answers = Readonly<Record<string, Answer>>;

/** The questions of a form that are asked, given what has been answered. Lists that grow with practice have nothing to choose from here. */
export function askedQuestions({ questions, endsUnless }: Pick<SurveyDefinition, 'questions' | 'endsUnless'>, answers: Answers): Question[] {
  const ending = questions.findIndex(({ id }) => id === endsUnless);
  const upToEnd = endsUnless && answers[endsUnless] === false ? questions.slice(0, ending + 1) : questions;
  return upToEnd.filter((question) => question.kind !== 'choices' || optionsOf(question, answers).length > 0);
}

/** What can be chosen in a question: of those that go on from another, what was chosen there. */
export function optionsOf(question: Question, answers: Answers): readonly string[] {
  if (question.kind !== 'choice' && question.kind !== 'choices') return [];
  const { options = [] } = question;
  if (question.kind === 'choice' || !question.onlyAmong) return options;
  const chosen = answers[question.onlyAmong];
  return options.filter((option) => Array.isArray(chosen) && chosen.includes(option));
}

/** The answers to what is asked: nothing of a question that fell away when an earlier answer was changed. */
export function answersToSend(form: Pick<SurveyDefinition, 'questions' | 'endsUnless'>, answers: Answers): Answers {
  const asked = askedQuestions(form, answers);
  return Object.fromEntries(
    asked.flatMap((question) => {
      const answer = answers[question.id];
      const given = Array.isArray(answer) ? answer.filter((choice) => optionsOf(question, answers).includes(choice)) : answer;
      return given === undefined || (Array.isArray(given) && given.length === 0) ? [] : [[question.id, given]];
    }),
  );
}
