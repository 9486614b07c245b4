import { todayInOslo } from '../language/today.js';
import type { getOrganisation, getPlan, getServicesInLine } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Choices } from '../components/Choices.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionChoice } from '../components/RegionChoice.js';
import { Section } from '../components/Section.js';
import { ownRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useProgramme } from '../rollout/useProgramme.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { CohortOfPlan } from './CohortOfPlan.js';
import { Forecast } from './Forecast.js';
import { draftOf, type Plan, readinessOf } from './plan-draft.js';
import { PlanEditor } from './PlanEditor.js';
import { PlanResult } from './PlanResult.js';

const route = getRouteApi('/plan');
const mostServices = 150;

/** Where a regional planner proposes the waves of the coming years, and sees why each service stands where it does. */
export function PlanPage() {
  const { t, format } = useLanguage();
  const { data: me } = useMe();
  const mayDo = useMayDo();
  const { region = ownRegion(me ?? undefined) } = route.useSearch();
  const navigate = route.useNavigate();
  const plan = useAnswer<typeof getPlan>({ service: 'training', name: 'plan' }, { region });
  const services = useAnswer<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { region, size: mostServices });
  const { programmeId } = useProgramme(undefined);
  const inLine = useAnswer<typeof getServicesInLine>(
    { service: 'rollout', name: 'services-in-line' },
    { region, programmeId, size: mostServices },
    { enabled: programmeId !== undefined && mayDo('rollout/services-in-line') },
  );
  const newest = plan.data?.plan;
  const names = new Map(services.data?.items.map(({ serviceId, name }) => [serviceId, name]));
  return (
    <Page
      title={t('plan.title')}
      markings={[...new Set(services.data?.items.flatMap(({ marking }) => marking ?? []))]}
      context={
        <>
          <span>{newest ? t('plan.version', { version: newest.version, date: format.date(newest.proposedAt) }) : t('plan.noVersion')}</span>
          <Choices>
            <RegionChoice region={region} onChange={(value) => void navigate({ search: { region: value } })} />
          </Choices>
        </>
      }
      headline={plan.data ? headlineOf(newest) : [t('plan.title')]}
    >
      <Section heavy>
        <Loaded answer={plan} height={400}>
          {() => newest ? <PlanResult plan={newest} names={names} /> : <p>{t('plan.empty')}</p>}
        </Loaded>
      </Section>
      {newest && mayDo('training/plan-cohort') && (
        <Section>
          <CohortOfPlan key={`${region} ${newest.version}`} plan={newest} names={names} region={region} />
        </Section>
      )}
      {newest && (
        <Section>
          <Forecast region={region} />
        </Section>
      )}
      {mayDo('training/propose-plan') && (
        <Section>
          <Loaded answer={services} height={600}>
            {({ items, total }) =>
              items.length ? (
                <PlanEditor
                  key={`${region} ${newest?.version ?? 0} ${items.length} ${inLine.data?.total ?? 0}`}
                  region={region}
                  version={newest?.version ?? 0}
                  initial={draftOf(items, newest, todayInOslo(), readinessOf(inLine.data?.items ?? []))}
                  leftOut={total - items.length}
                />
              ) : (
                <p>{t('plan.noServices')}</p>
              )
            }
          </Loaded>
        </Section>
      )}
    </Page>
  );

  function headlineOf(newestPlan: Plan | undefined): [string, string?] {
    if (!newestPlan) return [t('plan.headline.none'), t('plan.headline.begin')];
    const placed = newestPlan.placements.filter(({ season }) => season).length;
    const all = newestPlan.placements.length;
    const rest = placed < all ? t('plan.headline.waiting', { count: all - placed }) : t('plan.headline.all');
    return [t('plan.headline.placed', { placed, count: all }), rest];
  }
}
