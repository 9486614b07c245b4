import type { getCohort } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField } from '../components/form/fields.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { isRegion, regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { GatheringTable } from './GatheringTable.js';
import { PlanGathering } from './PlanGathering.js';
import { useCurricula } from './useCurricula.js';
import { useServices } from './useNames.js';

const route = getRouteApi('/kull/$cohortId');

/** One cohort: its services, which come and go, and its gatherings in order. */
export function CohortPage() {
  const { t, format } = useLanguage();
  const { cohortId } = route.useParams();
  const mayDo = useMayDo();
  const { programmeName } = useCurricula();
  const answer = useAnswer<typeof getCohort>({ service: 'training', name: 'cohort' }, { cohortId });
  const cohort = answer.data?.cohort;
  const region = cohort && isRegion(cohort.region) ? cohort.region : undefined;
  const { choices, nameOf } = useServices(region);
  const services = cohort?.services ?? [];
  const outside = choices.filter(({ value }) => !services.some(({ serviceId }) => serviceId === value));
  return (
    <Page
      title={cohort?.name ?? t('training.cohorts.one')}
      context={<Link to="/kull">{t('training.cohorts.back')}</Link>}
      period={cohort && `${programmeName(cohort.programmeId)}, ${format.dateRange(cohort.startsOn, cohort.endsOn)}`}
      headline={
        cohort
          ? [t('training.cohorts.of', { name: cohort.name, count: services.length }), t('training.cohorts.physical', { date: format.date(cohort.physicalFrom) })]
          : [cohort === null ? t('training.cohorts.unknown') : t('training.cohorts.one')]
      }
    >
      <Loaded answer={answer} height={480}>
        {({ gatherings }) =>
          cohort && (
            <>
              <Section heavy>
                <Columns>
                  <Finding title={t('services.title')}>
                    {services.length ? (
                      <ul className="plain-rows">
                        {services.map(({ serviceId, name }) => (
                          <li key={serviceId}>{name ?? nameOf(serviceId)}</li>
                        ))}
                      </ul>
                    ) : (
                      <p>{t('training.cohorts.noServices')}</p>
                    )}
                  </Finding>
                  <div>
                    {mayDo('training/join-cohort') && <ChooseService cohortId={cohortId} what="join" choices={outside} />}
                    {mayDo('training/leave-cohort') && services.length > 0 && (
                      <div className="finding-below">
                        <ChooseService cohortId={cohortId} what="leave" choices={services.map(({ serviceId, name }) => ({ value: serviceId, label: name ?? nameOf(serviceId) }))} />
                      </div>
                    )}
                  </div>
                </Columns>
              </Section>
              <Section>
                <Finding title={t('training.title')}>{gatherings.length ? <GatheringTable gatherings={gatherings} /> : <p>{t('training.cohorts.noGatherings')}</p>}</Finding>
              </Section>
              {mayDo('training/plan-gathering') && (
                <Section>
                  <PlanGathering region={region ?? regions[0]} cohort={cohort} />
                </Section>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

interface ChooseServiceProps {
  cohortId: string;
  what: 'join' | 'leave';
  choices: readonly { value: string; label: string }[];
}

function ChooseService({ cohortId, what, choices }: ChooseServiceProps) {
  const { t } = useLanguage();
  return (
    <Finding title={t(`training.cohorts.${what}.title`)}>
      <CommandForm<{ serviceId: string }>
        definition={{ service: 'training', name: `${what}-cohort` }}
        initial={{ serviceId: '' }}
        commandOf={({ serviceId }) => ({ cohortId, serviceId })}
        submit={t(`training.cohorts.${what}.submit`)}
        done={t(`training.cohorts.${what}.done`)}
        variant="secondary"
      >
        <SelectField name="serviceId" label={t('services.one')} choices={choices} />
      </CommandForm>
    </Finding>
  );
}
