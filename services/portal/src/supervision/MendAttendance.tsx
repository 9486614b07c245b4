import { Button, Details } from '@digdir/designsystemet-react';
import type { getSupervisionSessions } from '@riggen/contracts';
import { useState } from 'react';
import type { z } from 'zod';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { statuses } from '../training/StatusChoice.js';
import { usePersonNames } from '../training/useNames.js';
import { useEmployed } from './useEmployed.js';
import { useOwn } from './useOwn.js';

interface MendAttendanceProps {
  serviceId: string;
  session: z.infer<typeof getSupervisionSessions.output>['items'][number];
  nameOf: (personId: string) => string;
}

/** Corrects what is recorded of a session with the reason, and adds whoever was forgotten; folded away, for both are rare. */
export function MendAttendance({ serviceId, session: { sessionId, heldOn, attendance }, nameOf }: MendAttendanceProps) {
  const { t, format } = useLanguage();
  const mayDo = useMayDo();
  const { group: ownGroup } = useOwn();
  const [adding, setAdding] = useState(false);
  const statusChoices = statuses.map((value) => ({ value, label: t(`training.attendance.status.${value}`) }));
  const recorded = attendance.map(({ personId }) => personId);
  if (!mayDo('supervision/correct-session-attendance')) return null;
  return (
    <Details className="show-as-table">
      <Details.Summary>
        {t('supervision.mend.title')}
        <span className="ds-sr-only"> {format.date(heldOn)}</span>
      </Details.Summary>
      <Details.Content>
        {recorded.length > 0 && (
          <CommandForm<{ personId: string; status: string; reason: string }>
            definition={{ service: 'supervision', name: 'correct-session-attendance' }}
            initial={{ personId: '', status: '', reason: '' }}
            commandOf={(values) => ({ sessionId, ...values })}
            submit={t('training.correct.submit')}
            done={t('training.correct.done')}
            variant="secondary"
          >
            <SelectField name="personId" label={t('training.person')} choices={recorded.map((personId) => ({ value: personId, label: nameOf(personId) }))} />
            <SelectField name="status" label={t('training.correct.status')} choices={statusChoices} />
            <TextField name="reason" label={t('training.reason')} description={t('training.noNames')} />
          </CommandForm>
        )}
        {!ownGroup && adding && (
          <AddAttendance serviceId={serviceId} sessionId={sessionId} heldOn={heldOn} recorded={recorded} statusChoices={statusChoices} />
        )}
        {!ownGroup && !adding && (
          <div className="actions">
            <Button variant="tertiary" onClick={() => setAdding(true)}>
              {t('supervision.mend.add')}
            </Button>
          </div>
        )}
      </Details.Content>
    </Details>
  );
}

interface AddAttendanceProps {
  serviceId: string;
  sessionId: string;
  heldOn: string;
  recorded: readonly string[];
  statusChoices: readonly { value: string; label: string }[];
}

function AddAttendance({ serviceId, sessionId, heldOn, recorded, statusChoices }: AddAttendanceProps) {
  const { t } = useLanguage();
  const { data: employed = [] } = useEmployed(serviceId, heldOn);
  const nameOf = usePersonNames(employed, serviceId);
  const people = employed.filter((personId) => !recorded.includes(personId)).map((personId) => ({ value: personId, label: nameOf(personId) }));
  return (
    <div className="form-below">
      <CommandForm<{ personId: string; status: string }>
        definition={{ service: 'supervision', name: 'record-session-attendance' }}
        initial={{ personId: '', status: 'attended' }}
        commandOf={(values) => ({ sessionId, ...values })}
        submit={t('supervision.mend.addSubmit')}
        done={t('supervision.mend.added')}
        variant="secondary"
      >
        <SelectField name="personId" label={t('supervision.mend.whom')} choices={people.sort((a, b) => a.label.localeCompare(b.label, 'nb'))} />
        <SelectField name="status" label={t('training.attendance.statusHead')} choices={statusChoices} />
      </CommandForm>
    </div>
  );
}
