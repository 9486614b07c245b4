import type { getCoverage, getImplementation, getServiceUnit } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { isEnough } from '../rollout/coverage.js';
import { ProgrammeChoice } from '../rollout/ProgrammeChoice.js';
import { monthsOf } from '../rollout/rollout-facts.js';
import { useProgramme } from '../rollout/useProgramme.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { currentStage } from './service-facts.js';
import { ServiceParts } from './ServiceParts.js';

const route = getRouteApi('/min-tjeneste');

/** The service that one works in: are its people trained, and how far is the programme. */
export function OwnServicePage() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const mayDo = useMayDo();
  const { programme: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const programme = useProgramme(chosen);
  const { programmeId } = programme;
  const own = me?.grants.map(({ unit }) => unit).find((unit) => 'service' in unit);
  const serviceId = own?.service;
  const enabled = { enabled: serviceId !== undefined && programmeId !== undefined };
  const unit = useAnswer<typeof getServiceUnit>({ service: 'rollout', name: 'service-unit' }, { serviceId }, enabled);
  const implementation = useAnswer<typeof getImplementation>({ service: 'rollout', name: 'implementation' }, { serviceId, programmeId }, enabled);
  const coverage = useAnswer<typeof getCoverage>({ service: 'training', name: 'coverage' }, { programmeId, serviceId, size: 1 }, { enabled: enabled.enabled && mayDo('training/coverage') });
  const name = unit.data?.unit?.name;
  const covered = coverage.data?.items[0];
  const title = t('ownService.title');
  return (
    <Page
      title={title}
      markings={unit.data?.unit?.marking ? [unit.data.unit.marking] : []}
      context={
        <>
          {name && own && <span>{`${name}, ${t(`region.${own.region}`)}`}</span>}
          <ProgrammeChoice programme={programme} onChange={(value) => void navigate({ search: { programme: value } })} />
        </>
      }
      headline={serviceId ? [trained() ?? name ?? title, standing()] : [t('ownService.none')]}
    >
      {own && programmeId ? <ServiceParts serviceId={own.service} programmeId={programmeId} /> : <Section heavy>{!own && <p>{t('ownService.noneText')}</p>}</Section>}
    </Page>
  );

  function trained() {
    if (!covered) return undefined;
    return isEnough(covered) ? t('ownService.headline.trained', { trained: covered.trained, count: covered.employed }) : t('ownService.headline.fewEmployed');
  }

  function standing() {
    const { data } = implementation;
    if (!data) return undefined;
    if (!data.started) return t('ownService.headline.notStarted');
    if (data.implemented) return t('ownService.headline.implemented');
    const stage = currentStage(data);
    if (!stage) return t('ownService.headline.between');
    return stage.daysOverPlan > 0
      ? t(`ownService.headline.overPlan.${stage.stage}`, { months: monthsOf(stage.daysOverPlan) })
      : t('ownService.headline.missing', { count: data.missing.length });
  }
}
