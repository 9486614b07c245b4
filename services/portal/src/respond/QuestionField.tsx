import { Checkbox, Fieldset, Radio } from '@digdir/designsystemet-react';
import type { Question } from '@riggen/contracts';
import { useLanguage } from '../language/useLanguage.js';
import { type Answer, type Answers, optionsOf } from './asked-questions.js';

interface QuestionFieldProps {
  question: Question;
  answers: Answers;
  onAnswer: (answer: Answer) => void;
}

/** One question with large targets: a scale, yes or no, one choice, or several. */
export function QuestionField({ question, answers, onAnswer }: QuestionFieldProps) {
  const { t, language } = useLanguage();
  const { id, kind, wording } = question;
  const answer = answers[id];
  const name = (option: string) => t([`tool.${option}`, `contactForm.${option}`, option] as never);
  const radio = (value: Answer, label: string) => (
    <Radio key={label} name={id} value={String(value)} label={label} checked={answer === value} onChange={() => onAnswer(value)} />
  );
  return (
    <Fieldset className={kind === 'scale' ? 'question question-scale' : 'question'}>
      <Fieldset.Legend>{wording[language as 'nb'] ?? wording.nb ?? id}</Fieldset.Legend>
      {kind === 'scale' && <Fieldset.Description>{t(question.max === 10 ? 'respond.scaleOfTen' : 'respond.scaleOfSeven')}</Fieldset.Description>}
      {kind === 'choices' && <Fieldset.Description>{t('respond.several')}</Fieldset.Description>}
      {kind === 'yes_no' && [radio(true, t('respond.yes')), radio(false, t('respond.no'))]}
      {kind === 'scale' && Array.from({ length: question.max - question.min + 1 }, (_, step) => radio(question.min + step, String(question.min + step)))}
      {kind === 'choice' && question.options.map((option) => radio(option, name(option)))}
      {kind === 'choices' &&
        optionsOf(question, answers).map((option) => {
          const chosen = Array.isArray(answer) ? answer : [];
          const others = chosen.filter((one) => one !== option);
          return (
            <Checkbox
              key={option}
              value={option}
              label={name(option)}
              checked={chosen.includes(option)}
              onChange={({ target }) => onAnswer(target.checked ? [...others, option] : others)}
            />
          );
        })}
    </Fieldset>
  );
}
