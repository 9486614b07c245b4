import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Choice } from '../components/Choices.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import type { Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useCurricula } from '../training/useCurricula.js';
import { cohortsOf, type Plan } from './plan-draft.js';
import { useSeasonName } from './plan-texts.js';

interface CohortOfPlanProps {
  plan: Plan;
  names: ReadonlyMap<string, string>;
  region: Region;
}

/** Plans a cohort of training as the plan has it, with its services and the days of its year. */
export function CohortOfPlan({ plan, names, region }: CohortOfPlanProps) {
  const { t } = useLanguage();
  const seasonName = useSeasonName();
  const { programmes } = useCurricula();
  const cohorts = cohortsOf(plan);
  const [chosen, setChosen] = useState(0);
  const cohort = cohorts[chosen];
  if (!cohort) return null;
  const nameOf = ({ number, season }: typeof cohort) => t('plan.cohortForm.name', { number, season: seasonName(season) });
  const { serviceIds, startsOn, physicalFrom, endsOn } = cohort;
  return (
    <Finding title={t('plan.cohortForm.title')} dek={t('plan.cohortForm.dek')}>
      <div className="choices day-choice">
        <Choice label={t('plan.cohort')} value={String(chosen)} options={cohorts.map((one, index) => ({ value: String(index), label: nameOf(one) }))} onChange={(index) => setChosen(Number(index))} />
      </div>
      <p className="dek">{t('plan.cohortForm.services', { count: serviceIds.length, names: serviceIds.map((id) => names.get(id) ?? id).join(', ') })}</p>
      <CommandForm<{ name: string; programmeId: string; startsOn: string; physicalFrom: string; endsOn: string }>
        key={chosen}
        definition={{ service: 'training', name: 'plan-cohort' }}
        initial={{ name: nameOf(cohort), programmeId: '', startsOn, physicalFrom, endsOn }}
        commandOf={(values, cohortId) => ({ ...values, cohortId, region, serviceIds })}
        fieldOf={(pointer) => pointer.split('/')[1] ?? ''}
        submit={t('plan.cohortForm.submit')}
        done={t('plan.cohortForm.done')}
        variant="secondary"
      >
        <TextField name="name" label={t('training.cohorts.name')} />
        <SelectField name="programmeId" label={t('training.programme')} choices={programmes} />
        <div className="side-by-side">
          <TextField name="startsOn" type="date" label={t('training.cohorts.startsOn')} />
          <TextField name="physicalFrom" type="date" label={t('training.cohorts.physicalFrom')} />
          <TextField name="endsOn" type="date" label={t('training.cohorts.endsOn')} />
        </div>
      </CommandForm>
      <div className="actions">
        <Link to="/kull" search={{ region }}>
          {t('plan.cohortForm.link')}
        </Link>
      </div>
    </Finding>
  );
}
