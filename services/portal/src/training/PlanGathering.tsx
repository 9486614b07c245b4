import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Finding } from '../components/Section.js';
import { regions, type Region } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { DaysFields, daysFieldOf, daysOf, noDays, type DaysValues } from './DaysFields.js';
import { ProgrammeAndModules } from './ProgrammeAndModules.js';

interface Values extends DaysValues {
  programmeId: string;
  moduleIds: string[];
  region: string;
  capacity: string;
}

interface PlanGatheringProps {
  region: Region;
  /** The cohort that it is planned for, with its programme. */
  cohort?: { cohortId: string; programmeId: string };
}

/** Plans a gathering; it is published on its own page, when its days and trainers are sure. */
export function PlanGathering({ region, cohort }: PlanGatheringProps) {
  const { t } = useLanguage();
  return (
    <Finding title={t('training.planGathering.title')} dek={t('training.planGathering.dek')}>
      <CommandForm<Values>
        definition={{ service: 'training', name: 'plan-gathering' }}
        initial={{ ...noDays, programmeId: cohort?.programmeId ?? '', moduleIds: [], region, capacity: '24' }}
        commandOf={({ programmeId, moduleIds, region: where, capacity, ...days }, gatheringId) => ({
          ...{ gatheringId, programmeId, moduleIds: [moduleIds].flat(), region: where, days: daysOf(days), capacity: Number(capacity) },
          ...(cohort && { cohortId: cohort.cohortId }),
        })}
        fieldOf={daysFieldOf}
        submit={t('training.planGathering.submit')}
        done={t('training.planGathering.done')}
      >
        <ProgrammeAndModules label={t('training.modules')} fixed={cohort !== undefined} required />
        <SelectField name="region" label={t('training.region')} choices={regions.map((value) => ({ value, label: t(`region.${value}`) }))} />
        <DaysFields />
        <TextField name="capacity" type="number" label={t('training.capacity')} />
      </CommandForm>
    </Finding>
  );
}
