import { stages } from '../charts/StageMark.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { RadioField, SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import type { Implementation } from './service-facts.js';
import type { ImplementationOf } from './StartImplementation.js';

const outcomes = ['completed', 'went_back'] as const;

/** A service begins a stage or leaves one; stages can overlap, and a service can go back. */
export function MoveStage({ of, implementation: { stages: progress, on } }: { of: ImplementationOf; implementation: Implementation }) {
  const { t } = useLanguage();
  const choicesOf = (wanted: (open: boolean) => boolean) =>
    stages.slice(1).filter((stage) => wanted(progress.some((one) => one.stage === stage && one.open))).map((value) => ({ value, label: t(`stage.${value}`) }));
  return (
    <Finding title={t('ownService.move.title')} dek={t('ownService.move.dek')}>
      <CommandForm<{ stage: string; on: string }>
        definition={{ service: 'rollout', name: 'enter-stage' }}
        variant="secondary"
        initial={{ stage: '', on }}
        commandOf={(said) => ({ ...of, ...said })}
        submit={t('ownService.move.enter')}
        done={t('ownService.change.saved')}
      >
        <SelectField name="stage" label={t('ownService.move.begins')} choices={choicesOf((open) => !open)} />
        <TextField name="on" type="date" label={t('ownService.move.on')} />
      </CommandForm>
      <h3 className="sub-heading">{t('ownService.move.leaveTitle')}</h3>
      <CommandForm<{ stage: string; on: string; outcome: string; reason: string }>
        definition={{ service: 'rollout', name: 'leave-stage' }}
        variant="secondary"
        initial={{ stage: '', on, outcome: 'completed', reason: '' }}
        commandOf={({ reason, ...said }) => ({ ...of, ...said, ...(reason && { reason }) })}
        submit={t('ownService.move.leave')}
        done={t('ownService.change.saved')}
      >
        <SelectField name="stage" label={t('rollout.late.stage')} choices={choicesOf((open) => open)} />
        <TextField name="on" type="date" label={t('ownService.move.leftOn')} />
        <RadioField name="outcome" label={t('ownService.move.outcome')} choices={outcomes.map((value) => ({ value, label: t(`ownService.move.${value}`) }))} />
        <TextField name="reason" label={t('ownService.change.reason')} optional />
      </CommandForm>
    </Finding>
  );
}
