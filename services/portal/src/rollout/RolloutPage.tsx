import { getRouteApi, Link } from '@tanstack/react-router';
import { ComingLater } from '../components/ComingLater.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { Forecast } from '../plan/Forecast.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { CoverageByRegion } from './CoverageByRegion.js';
import { LongestOverPlan } from './LongestOverPlan.js';
import { ProgrammeChoice } from './ProgrammeChoice.js';
import { RegionsByStage } from './RegionsByStage.js';
import { headlineOf } from './rollout-facts.js';
import { ThreeQuestions } from './ThreeQuestions.js';
import { TimeInStages } from './TimeInStages.js';
import { useProgramme } from './useProgramme.js';
import { useEveryService, useMunicipalities, useRolloutByStage } from './useRollout.js';

const route = getRouteApi('/utrulling');

/** How far the nation is with a programme, where it is stuck, and whether quality holds. */
export function RolloutPage() {
  const { t, say, format } = useLanguage();
  const { programme: chosenProgramme, region } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const programme = useProgramme(chosenProgramme);
  const byStage = useRolloutByStage(programme.programmeId);
  const services = useEveryService(programme.programmeId);
  const { stageOf, markings } = useMunicipalities(services.data);
  const both = { data: byStage.data && services.data && { byStage: byStage.data, services: services.data }, error: programme.template.error ?? byStage.error ?? services.error, refetch };
  const [first, rest] = both.data ? headlineOf(both.data.byStage, both.data.services) : [undefined];
  function refetch() {
    void programme.template.refetch();
    void byStage.refetch();
    void services.refetch();
  }
  const choose = (wanted: string | undefined) =>
    void navigate({ search: { ...(chosenProgramme && { programme: chosenProgramme }), ...(wanted && { region: wanted as NonNullable<typeof region> }) }, resetScroll: false });
  return (
    <Page
      title={t('rollout.title')}
      markings={markings}
      context={
        <>
          {byStage.data && <span>{t('rollout.asOf', { date: format.date(byStage.data.on) })}</span>}
          <ProgrammeChoice programme={programme} onChange={(value) => void navigate({ search: { programme: value, ...(region && { region }) } })} />
        </>
      }
      headline={first ? [say(first), rest && say(rest)] : [t('rollout.title')]}
      foot={<span>{t('rollout.mapLicence')}</span>}
    >
      <Loaded answer={both} height={1600}>
        {({ byStage: stages, services: all }) => (
          <>
            <Section heavy>
              <ThreeQuestions byStage={stages} services={all} />
            </Section>
            <Section heavy>
              <RegionsByStage byStage={stages} services={all} stageOf={stageOf} region={region} onChoose={choose}>
                <LongestOverPlan key={region} services={all.filter((service) => !region || service.region === region)} />
              </RegionsByStage>
            </Section>
            <Section>
              <TimeInStages byStage={stages} services={all} />
            </Section>
          </>
        )}
      </Loaded>
      <Section>
        <Columns>
          {mayDo('training/published-coverage') && <CoverageByRegion programmeId={programme.programmeId} />}
          {mayDo('training/coverage-forecast') && <Forecast />}
        </Columns>
      </Section>
      <Section>
        <Columns>
          <ComingLater title={t('rollout.signals.title')} text={t('rollout.signals.text')} />
          <ComingLater title={t('rollout.answers.title')} text={t('rollout.answers.text')} />
        </Columns>
        {mayDo('rollout/teams') && (
          <div className="actions">
            <Link to="/team">{t('team.title')}</Link>
          </div>
        )}
      </Section>
    </Page>
  );
}
