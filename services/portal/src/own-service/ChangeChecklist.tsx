import { Details } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { stages } from '../charts/StageMark.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Columns, Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useWording } from '../rollout/useProgramme.js';
import { activitiesOf, type Activity, type Implementation, isOutstanding } from './service-facts.js';
import type { ImplementationOf } from './StartImplementation.js';

interface ChangeChecklistProps {
  of: ImplementationOf;
  implementation: Implementation;
}

/** Records what is done of the checklist and plans the rest; what is rarer is folded away. */
export function ChangeChecklist({ of, implementation }: ChangeChecklistProps) {
  const { t } = useLanguage();
  const all = activitiesOf(implementation);
  const outstanding = all.filter(isOutstanding);
  const settled = all.filter((activity) => !isOutstanding(activity));
  const form = (name: FormName, activities: readonly Activity[], field: string, control: ReactNode, isFirst = false) => (
    <ActivityForm key={name} {...{ of, name, activities, field, isFirst, today: implementation.on }}>
      {control}
    </ActivityForm>
  );
  const reason = <TextField name="reason" label={t('ownService.change.reason')} />;
  return (
    <>
      <Columns>
        {form('complete-activity', outstanding, 'doneOn', <TextField name="doneOn" type="date" label={t('ownService.change.doneOn')} />, true)}
        {form('plan-activity', outstanding, 'plannedFor', <TextField name="plannedFor" type="date" label={t('ownService.change.plannedFor')} />)}
      </Columns>
      <Details className="show-as-table">
        <Details.Summary>{t('ownService.change.more')}</Details.Summary>
        <Details.Content>
          <Columns>
            {form('waive-activity', outstanding, 'reason', reason)}
            {form('reopen-activity', settled, 'reason', reason)}
          </Columns>
          <Finding title={t('ownService.change.add-local-activity.title')}>
            <CommandForm<{ title: string; stage: string }>
              definition={{ service: 'rollout', name: 'add-local-activity' }}
              variant="secondary"
              initial={{ title: '', stage: '' }}
              commandOf={({ title, stage }, activityId) => ({ ...of, activityId, title, stage })}
              submit={t('ownService.change.add-local-activity.submit')}
              done={t('ownService.change.saved')}
            >
              <TextField name="title" label={t('ownService.change.activity')} />
              <SelectField name="stage" label={t('rollout.late.stage')} choices={stages.slice(1).map((value) => ({ value, label: t(`stage.${value}`) }))} />
            </CommandForm>
          </Finding>
        </Details.Content>
      </Details>
    </>
  );
}

type FormName = 'complete-activity' | 'plan-activity' | 'waive-activity' | 'reopen-activity';

interface ActivityFormProps extends Pick<ChangeChecklistProps, 'of'> {
  name: FormName;
  activities: readonly Activity[];
  /** What is said of the activity beside which one it is. */
  field: string;
  today: string;
  isFirst: boolean;
  children: ReactNode;
}

/** One thing said of one activity; the version that was seen goes along, so that nobody's change is lost. */
function ActivityForm({ of, name, activities, field, today, isFirst, children }: ActivityFormProps) {
  const { t } = useLanguage();
  const wordingOf = useWording();
  return (
    <Finding title={t(`ownService.change.${name}.title`)}>
      {activities.length ? (
        <CommandForm<Record<string, string>>
          definition={{ service: 'rollout', name }}
          variant={isFirst ? 'primary' : 'secondary'}
          initial={{ activityId: '', [field]: name === 'complete-activity' ? today : '' }}
          commandOf={({ activityId, ...said }) => ({ ...of, activityId, ...said, seenVersion: activities.find((one) => one.activityId === activityId)?.version })}
          submit={t(`ownService.change.${name}.submit`)}
          done={t('ownService.change.saved')}
        >
          <SelectField name="activityId" label={t('ownService.change.activity')} choices={activities.map(({ activityId, title }) => ({ value: activityId, label: wordingOf(title) }))} />
          {children}
        </CommandForm>
      ) : (
        <p className="note">{t('ownService.change.nothing')}</p>
      )}
    </Finding>
  );
}
