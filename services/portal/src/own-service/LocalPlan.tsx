import { Details } from '@digdir/designsystemet-react';
import { SeatMark } from '../charts/SeatMarks.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import type { Implementation } from './service-facts.js';
import type { ImplementationOf } from './StartImplementation.js';

interface LocalPlanProps {
  of: ImplementationOf;
  implementation: Implementation;
  mayChange: boolean;
}

/** What is typed, and the revision and steps that it builds on. */
interface Values {
  seenRevision: number;
  steps: NonNullable<Implementation['plan']>['content']['steps'];
  aim: string;
  adaptation: string;
  caseworkers: string;
  supervisors: string;
  leaders: string;
  stepDone: string[];
  newStep: string;
  dueOn: string;
}

/** What the service means to do: aim, who takes part, steps. A new revision builds on the one that was seen. */
export function LocalPlan({ of, implementation: { plan, on }, mayChange }: LocalPlanProps) {
  const { t, format } = useLanguage();
  const content = plan?.content;
  const steps = content?.steps ?? [];
  const open = steps.filter(({ doneOn }) => !doneOn);
  return (
    <Finding title={content ? content.aim : t('ownService.plan.none')} dek={content ? t('ownService.plan.dek') : t('ownService.plan.empty')}>
      {content && (
        <>
          {content.adaptation && <p>{t('ownService.plan.adaptationIs', { text: content.adaptation })}</p>}
          {content.participants && <p>{t('ownService.plan.participants', content.participants)}</p>}
          <ul className="checklist">
            {steps.map(({ stepId, title, dueOn, doneOn }) => (
              <li key={stepId}>
                <SeatMark mark={doneOn ? 'full' : 'open'} />
                <span>{t(doneOn ? 'ownService.state.done' : 'ownService.state.planned')}</span>
                <b>{title}</b>
                <span>{doneOn ? format.date(doneOn) : dueOn ? format.date(dueOn) : ''}</span>
              </li>
            ))}
          </ul>
          <SourceLine>{t('ownService.plan.source', { revision: plan.revision })}</SourceLine>
        </>
      )}
      {mayChange && (
        <Details className="show-as-table">
          <Details.Summary>{t(content ? 'ownService.plan.revise' : 'ownService.plan.write')}</Details.Summary>
          <Details.Content>
            <CommandForm<Values>
              definition={{ service: 'rollout', name: 'revise-local-plan' }}
              variant="secondary"
              initial={{
                ...{ seenRevision: plan?.revision ?? 0, steps },
                ...{ aim: content?.aim ?? '', adaptation: content?.adaptation ?? '', stepDone: [], newStep: '', dueOn: '' },
                caseworkers: String(content?.participants?.caseworkers ?? 0),
                supervisors: String(content?.participants?.supervisors ?? 0),
                leaders: String(content?.participants?.leaders ?? 0),
              }}
              commandOf={({ aim, adaptation, caseworkers, supervisors, leaders, stepDone, newStep, dueOn, steps: seen, seenRevision }, stepId) => ({
                ...of,
                plan: {
                  aim,
                  ...(adaptation && { adaptation }),
                  participants: { caseworkers: Number(caseworkers), supervisors: Number(supervisors), leaders: Number(leaders) },
                  steps: [
                    ...seen.map((step) => (stepDone.includes(step.stepId) ? { ...step, doneOn: on } : step)),
                    ...(newStep || dueOn ? [{ stepId, title: newStep, ...(dueOn && { dueOn }) }] : []),
                  ],
                },
                seenRevision,
              })}
              fieldOf={(pointer) => (pointer.endsWith('/title') ? 'newStep' : (pointer.split('/').at(-1) ?? ''))}
              submit={t('ownService.plan.submit')}
            >
              <TextField name="aim" label={t('ownService.plan.aim')} multiline />
              <TextField name="adaptation" label={t('ownService.plan.adaptation')} optional multiline />
              <div className="side-by-side">
                <TextField name="caseworkers" type="number" label={t('ownService.plan.caseworkers')} />
                <TextField name="supervisors" type="number" label={t('ownService.plan.supervisors')} />
                <TextField name="leaders" type="number" label={t('ownService.plan.leaders')} />
              </div>
              {open.length > 0 && <CheckboxesField name="stepDone" label={t('ownService.plan.stepDone')} choices={open.map(({ stepId, title }) => ({ value: stepId, label: title }))} />}
              <div className="side-by-side">
                <TextField name="newStep" label={t('ownService.plan.newStep')} optional />
                <TextField name="dueOn" type="date" label={t('ownService.plan.dueOn')} optional />
              </div>
            </CommandForm>
          </Details.Content>
        </Details>
      )}
    </Finding>
  );
}
