import { Button } from '@digdir/designsystemet-react';
import type { SurveyDefinition } from '@riggen/contracts';
import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '../components/ErrorNotice.js';
import { useLanguage } from '../language/useLanguage.js';
import { type Answers, answersToSend, askedQuestions } from './asked-questions.js';
import { type Invitation, sendAnswers } from './by-link.js';
import { QuestionField } from './QuestionField.js';

interface QuestionsProps {
  form: Pick<SurveyDefinition, 'questions' | 'endsUnless'>;
  invitation: Invitation;
  onSent: () => void;
}

/** A form, one question after the other. Only the one that can end it must be answered. */
export function Questions({ form, invitation, onSent }: QuestionsProps) {
  const { t } = useLanguage();
  const [answers, setAnswers] = useState<Answers>({});
  const [step, setStep] = useState(0);
  const [error, setError] = useState<Error>();
  const [isSending, setSending] = useState(false);
  const id = useRef(crypto.randomUUID()); // sent again after a lost connection, it counts once
  const place = useRef<HTMLParagraphElement>(null);
  const isFirst = useRef(true);
  const asked = askedQuestions(form, answers);
  const question = asked[step]!;
  const isLast = step === asked.length - 1;
  const mustAnswer = (question.id === form.endsUnless || asked.length === 1) && answers[question.id] === undefined;
  useEffect(() => {
    if (!isFirst.current) place.current?.focus();
    isFirst.current = false;
  }, [step]);

  const send = async () => {
    setSending(true);
    setError(undefined);
    try {
      await sendAnswers(invitation, id.current, answersToSend(form, answers));
      onSent();
    } catch (failure) {
      setError(failure as Error);
    } finally {
      setSending(false);
    }
  };

  return (
    <form
      className="questions"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isLast) void send();
        else setStep(step + 1);
      }}
    >
      <p ref={place} tabIndex={-1} className="dek" aria-live="polite">
        {t('respond.step', { number: step + 1, count: asked.length })}
      </p>
      <QuestionField question={question} answers={answers} onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })} />
      {error && <ErrorNotice error={error} retry={() => void send()} />}
      <div className="actions">
        <Button type="submit" disabled={mustAnswer} loading={isSending}>
          {t(isLast ? 'respond.send' : answers[question.id] === undefined ? 'respond.skip' : 'respond.next')}
        </Button>
        {step > 0 && (
          <Button type="button" variant="tertiary" onClick={() => setStep(step - 1)}>
            {t('respond.back')}
          </Button>
        )}
      </div>
    </form>
  );
}
