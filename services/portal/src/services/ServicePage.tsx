import type { getServiceUnit } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import { ServiceParts } from '../own-service/ServiceParts.js';
import { ProgrammeChoice } from '../rollout/ProgrammeChoice.js';
import { useProgramme } from '../rollout/useProgramme.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { ChangeService } from './ChangeService.js';
import { Staff } from './Staff.js';

const route = getRouteApi('/tjenester/$serviceId');

/** One service: what it is, what became of it over time, and who works there. */
export function ServicePage() {
  const { t, format } = useLanguage();
  const { serviceId } = route.useParams();
  const { programme: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const programme = useProgramme(chosen);
  const mayDo = useMayDo();
  const service = useAnswer<typeof getServiceUnit>({ service: 'rollout', name: 'service-unit' }, { serviceId });
  const unit = service.data?.unit;
  const title = unit?.name ?? t('services.one');
  const succession = service.data?.succession;
  return (
    <Page
      title={title}
      markings={unit?.marking ? [unit.marking] : []}
      context={
        <>
          <Link to="/tjenester">{t('services.back')}</Link>
          {mayDo('rollout/implementation') && <ProgrammeChoice programme={programme} onChange={(value) => void navigate({ search: { programme: value } })} />}
        </>
      }
      headline={
        unit
          ? [unit.staff ? t('services.facts.headline', { name: unit.name, count: unit.staff.people }) : unit.name, t('services.facts.region', { region: t(`region.${unit.region}`) })]
          : [title, succession ? t('services.facts.noMore', { date: format.date(succession.from) }) : undefined]
      }
    >
      <Section heavy>
        <Loaded answer={service} height={240}>
          {({ history }) => (
            <Columns>
              <Finding title={t('services.facts.title')}>
                <ul className="plain-rows">
                  {unit && <li>{t('services.facts.kind', { kind: t(`services.kinds.${unit.kind}`) })}</li>}
                  {unit && <li>{t('services.facts.places', { places: [...unit.districts, ...unit.municipalities].map(({ name }) => name).join(', ') })}</li>}
                  {unit && unit.children !== null && <li>{t('services.facts.children', { count: unit.children })}</li>}
                  {unit?.ownRegionalTasks && <li>{t('services.facts.ownRegionalTasks')}</li>}
                  {succession?.successors.map((successor) => (
                    <li key={successor}>
                      <Link to="/tjenester/$serviceId" params={{ serviceId: successor }}>
                        {t('services.facts.successor', { id: successor })}
                      </Link>
                    </li>
                  ))}
                </ul>
              </Finding>
              <Finding title={t('services.history.title')}>
                <ol className="plain-rows">
                  {history.map(({ from, what, name, others }, index) => (
                    <li key={index}>
                      {from ? format.date(from) : t('services.history.beginning')}: {t(`services.history.${what}`)}
                      {name && ` ${t('services.history.name', { name })}`}
                      {others.length > 0 && ` (${others.join(', ')})`}
                    </li>
                  ))}
                </ol>
              </Finding>
            </Columns>
          )}
        </Loaded>
      </Section>
      {unit && programme.programmeId && mayDo('rollout/implementation') && <ServiceParts serviceId={serviceId} programmeId={programme.programmeId} />}
      {mayDo('rollout/staff') && (
        <Section>
          <Staff serviceId={serviceId} />
        </Section>
      )}
      {unit && mayDo('rollout/change-service-unit') && (
        <Section>
          <ChangeService serviceId={serviceId} name={unit.name} />
        </Section>
      )}
    </Page>
  );
}
