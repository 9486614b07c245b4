import { Button, ErrorSummary } from '@digdir/designsystemet-react';
import type { CommandDefinition } from '@riggen/contracts';
import { type ComponentRef, createContext, type ReactNode, use, useEffect, useId, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form';
import { ServerProblem } from '../../api/problem.js';
import { wordsOf } from '../../api/words-of.js';
import type { Sent } from '../../api/send-command.js';
import { useSend } from '../../api/useSend.js';
import { useLanguage } from '../../language/useLanguage.js';

/** The id of a field's control, so that the summary of what is wrong can lead to it. */
export const FormIdContext = createContext('');
export const useFieldId = (name: string) => fieldId(use(FormIdContext), name);
const fieldId = (form: string, name: string) => `${form}-${name.replaceAll('.', '-')}`;

/** What a control, or a group of them, is called on the page; undefined where the form has none with the id. */
function labelOf(id: string): string | undefined {
  const control = document.getElementById(id);
  const label = control instanceof HTMLFieldSetElement ? control.querySelector('legend') : (control as HTMLInputElement | null)?.labels?.[0];
  return label?.textContent || undefined;
}

interface CommandFormProps<Values extends FieldValues> {
  definition: Pick<CommandDefinition, 'service' | 'name'>;
  initial: DefaultValues<Values>;
  /**
   * What the values say as a command; its fields have the names of the form's, or `fieldOf` tells which field a pointer means. What
   * is new gets `newId`, which stays until the command is accepted: sent again after a lost connection, it is still one thing.
   */
  commandOf: (values: Values, newId: string) => object;
  fieldOf?: (pointer: string) => string;
  /** The verb and its object: "Meld på to". */
  submit: string;
  /** One button of a page is the first; the others are second. */
  variant?: 'primary' | 'secondary';
  /** What to say when it is done; `undefined` says nothing. */
  done?: string;
  onDone?: (sent: Sent) => void;
  children?: ReactNode;
}

/**
 * A form that sends one command. What the server refuses stands at its field and in a summary that takes the focus. A form in which
 * somebody has begun stays as it is when the page gets newer answers; others show what is new.
 */
export function CommandForm<Values extends FieldValues>(props: CommandFormProps<Values>) {
  const { definition, initial, commandOf, submit, done, onDone, children } = props;
  const { t } = useLanguage();
  const id = useId();
  const form = useForm<Values>({ defaultValues: initial });
  const { mutate, isPending, error, isSuccess, data } = useSend(definition);
  const [newId, setNewId] = useState<string>(() => crypto.randomUUID());
  const [wrong, setWrong] = useState<{ field: string; label?: string | undefined; text: string }[]>([]);
  const summary = useRef<ComponentRef<typeof ErrorSummary>>(null);
  const { fieldOf = (pointer: string) => pointer.replace(/^#\//, '').replaceAll('/', '.') } = props;
  useEffect(() => {
    if (wrong.length) summary.current?.focus();
  }, [wrong]);

  const { isDirty } = form.formState;
  const newest = JSON.stringify(initial);
  useEffect(() => {
    if (!isDirty) form.reset(JSON.parse(newest) as typeof initial);
  }, [form, isDirty, newest]);

  const send = form.handleSubmit((values) => {
    if (isPending) return;
    setWrong([]);
    mutate(commandOf(values, newId), {
      onSuccess: (sent) => {
        form.reset(initial);
        setNewId(crypto.randomUUID());
        onDone?.(sent);
      },
      onError: (failure) => {
        if (!(failure instanceof ServerProblem)) return;
        const errors = failure.problem.errors?.map((error) => ({ field: fieldOf(error.pointer), text: wordsOf(error) }));
        setWrong(errors?.length ? errors.map((error) => ({ ...error, label: labelOf(fieldId(id, error.field)) })) : [{ field: '', text: wordsOf(failure.problem) }]);
        for (const { field, text } of errors ?? []) form.setError(field as never, { message: text });
      },
    });
  });

  return (
    <FormIdContext value={id}>
      <FormProvider {...form}>
        <form onSubmit={(event) => void send(event)} noValidate className="command-form">
          {wrong.length > 0 && (
            <ErrorSummary ref={summary} tabIndex={-1}>
              <ErrorSummary.Heading>{t('form.wrong')}</ErrorSummary.Heading>
              <ErrorSummary.List>
                {wrong.map(({ field, label, text }) => (
                  <ErrorSummary.Item key={`${field} ${text}`}>
                    {label ? <ErrorSummary.Link href={`#${fieldId(id, field)}`}>{`${label}: ${text}`}</ErrorSummary.Link> : text}
                  </ErrorSummary.Item>
                ))}
              </ErrorSummary.List>
            </ErrorSummary>
          )}
          {error && !(error instanceof ServerProblem) && <p role="alert">{t('form.notSent')}</p>}
          {children}
          <div className="actions">
            <Button type="submit" loading={isPending} variant={props.variant ?? 'primary'}>
              {submit}
            </Button>
          </div>
          <div role="status">
            {isSuccess && done && <p className="note">{data.outcome === 'unchanged' ? t('form.unchanged') : done}</p>}
            {isSuccess && data.warnings?.map(({ pointer, detail }) => <p key={pointer} className="note">{detail}</p>)}
          </div>
        </form>
      </FormProvider>
    </FormIdContext>
  );
}
