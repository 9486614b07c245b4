import type { getStaffTraining } from '@riggen/contracts';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { Choice } from '../components/Choices.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { CheckboxesField, SelectField, TextField } from '../components/form/fields.js';
import { Loaded } from '../components/Loaded.js';
import { Pages } from '../components/Pages.js';
import { Columns, Finding } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMe } from '../sign-in/useMe.js';
import type { Gathering, Place } from './gathering-facts.js';
import { usePersonNames, useServices } from './useNames.js';

interface EnrolPeopleProps {
  gathering: Gathering;
  places: readonly Place[];
}

const atOnce = 50;

/** Enrols people of a service, who are kept together; takes somebody out again. */
export function EnrolPeople({ gathering, places }: EnrolPeopleProps) {
  const { t } = useLanguage();
  const { gatheringId } = gathering;
  const enrolled = places.filter(({ status }) => ['placed', 'offered', 'waiting'].includes(status));
  const nameOf = usePersonNames(enrolled.map(({ personId }) => personId));
  return (
    <Columns>
      <Finding title={t('training.enrol.title')} dek={t('training.enrol.dek')}>
        <ChooseFromStaff gathering={gathering} enrolled={new Set(enrolled.map(({ personId }) => personId))} />
      </Finding>
      <Finding title={t('training.cancelPlace.title')} dek={t('training.cancelPlace.dek')}>
        {enrolled.length ? (
          <CommandForm<{ personId: string; reason: string }>
            definition={{ service: 'training', name: 'cancel-enrolment' }}
            initial={{ personId: '', reason: '' }}
            commandOf={({ personId, reason }) => ({ gatheringId, personId, ...(reason && { reason }) })}
            submit={t('training.cancelPlace.submit')}
            done={t('training.cancelPlace.done')}
            variant="secondary"
          >
            <SelectField name="personId" label={t('training.person')} choices={enrolled.map(({ personId }) => ({ value: personId, label: nameOf(personId) }))} />
            <TextField name="reason" label={t('training.reason')} description={t('training.noNames')} optional />
          </CommandForm>
        ) : (
          <p>{t('training.seats.empty')}</p>
        )}
      </Finding>
    </Columns>
  );
}

function ChooseFromStaff({ gathering: { gatheringId, programmeId, region, moduleIds }, enrolled }: { gathering: Gathering; enrolled: ReadonlySet<string> }) {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const { choices } = useServices(region ?? undefined);
  const own = me?.grants.flatMap(({ unit }) => ('service' in unit ? [unit.service] : []))[0];
  const [chosen, setChosen] = useState<string>();
  const [page, setPage] = useState(1);
  const serviceId = chosen ?? own ?? '';
  const staff = useAnswer<typeof getStaffTraining>(
    { service: 'training', name: 'staff-training' },
    { serviceId, programmeId: programmeId ?? '', page, size: atOnce },
    { enabled: serviceId !== '' && programmeId !== null },
  );
  const nameOf = usePersonNames(staff.data?.items.map(({ personId }) => personId) ?? []);
  const lacks = (missing: readonly string[]) => moduleIds.some((moduleId) => missing.includes(moduleId));
  return (
    <div className="enrol">
      <div className="choices day-choice">
        <Choice
          label={t('services.one')}
          value={serviceId}
          options={[{ value: '', label: t('form.choose') }, ...choices]}
          onChange={(value) => {
            setChosen(value);
            setPage(1);
          }}
        />
      </div>
      {serviceId && (
        <Loaded answer={staff} height={320}>
          {({ items, ...list }) => {
            const open = items.filter(({ personId }) => !enrolled.has(personId));
            return (
              <>
                {open.length ? (
                  <CommandForm<{ personIds: string[] }>
                    key={`${serviceId} ${page} ${open.length}`}
                    definition={{ service: 'training', name: 'enrol-participants' }}
                    initial={{ personIds: [] }}
                    commandOf={({ personIds }, groupId) => ({ gatheringId, groupId, serviceId, personIds: [personIds].flat() })}
                    fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
                    submit={t('training.enrol.submit')}
                  >
                    <CheckboxesField
                      name="personIds"
                      required
                      label={t('training.enrol.people')}
                      choices={open.map(({ personId, missing }) => ({ value: personId, label: lacks(missing) ? t('training.enrol.lacks', { name: nameOf(personId) }) : nameOf(personId) }))}
                    />
                  </CommandForm>
                ) : (
                  <p>{t('training.enrol.nobody')}</p>
                )}
                <Pages label={t('training.enrol.pages')} list={list} onPage={setPage} />
              </>
            );
          }}
        </Loaded>
      )}
    </div>
  );
}
