import type { getCertificates } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Choice, Choices } from '../components/Choices.js';
import { type DataColumn, DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionChoice } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Section } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { ownRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useProgramme } from '../rollout/useProgramme.js';
import { useMe } from '../sign-in/useMe.js';
import { AwardAll, type Candidate } from './AwardAll.js';
import { SubNavigation } from './SubNavigation.js';
import { useCurricula } from './useCurricula.js';
import { usePersonNames } from './useNames.js';

const route = getRouteApi('/sertifikater');
const standings = ['ready', 'awarded', 'lacking'] as const;
const size = 50;

/** Who of a region is ready for the certificate, who holds it, and what the others lack; it is awarded here. */
export function CertificatesPage() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const { programmes, programmeName } = useCurricula();
  const first = useProgramme(undefined).programmeId ?? '';
  const { region = ownRegion(me ?? undefined), programme = first, standing = 'ready', page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const answer = useAnswer<typeof getCertificates>(
    { service: 'training', name: 'certificates' },
    { programmeId: programme, region, standing, page, size },
    { enabled: programme !== '' },
  );
  const items = answer.data?.items ?? [];
  const nameOf = usePersonNames(items.map(({ personId }) => personId));
  const columns = useColumns(standing, nameOf);
  const choose = (changed: object) => void navigate({ search: { region, programme, standing, ...changed } });
  return (
    <Page
      title={t('training.certificates.title')}
      context={
        <>
          <SubNavigation />
          <Choices>
            <RegionChoice region={region} onChange={(value) => choose({ region: value })} />
            <Choice label={t('training.programme')} value={programme} options={programmes} onChange={(value) => choose({ programme: value })} />
            <Choice
              label={t('training.certificates.standing')}
              value={standing}
              options={standings.map((value) => ({ value, label: t(`training.certificates.${value}`) }))}
              onChange={(value) => choose({ standing: value })}
            />
          </Choices>
        </>
      }
      headline={answer.data ? [t(`training.certificates.headline.${standing}`, { count: answer.data.total }), programmeName(programme)] : [t('training.certificates.title')]}
    >
      <Section heavy>
        <Loaded answer={answer} height={480}>
          {(list) => (
            <>
              {items.length ? (
                <DataTable caption={t('training.certificates.title')} keyOf={({ personId, serviceId }) => `${personId} ${serviceId}`} rows={items} columns={columns} />
              ) : (
                <p className="note">{t(`training.certificates.empty.${standing}`)}</p>
              )}
              <Pages label={t('training.certificates.pages')} list={list} onPage={(next) => choose({ page: next })} />
              {standing === 'ready' && <AwardAll programmeId={programme} candidates={items} nameOf={nameOf} />}
              <SourceLine>{t('training.certificates.criteria')}</SourceLine>
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}

function useColumns(standing: (typeof standings)[number], nameOf: (personId: string) => string): DataColumn<Candidate>[] {
  const { t, format } = useLanguage();
  const { moduleName } = useCurricula();
  const lacks = ({ serviceId, missing, sessions: { attended, needed } }: Candidate) => (
    <span className="wrapping-cell">
      {missing.map(moduleName).join(', ')}
      {attended < needed && (
        <>
          {missing.length > 0 && ', '}
          <Link to="/veiledning" search={{ service: serviceId }}>
            {t('training.certificates.missingSessions', { count: needed - attended })}
          </Link>
        </>
      )}
    </span>
  );
  const who: DataColumn<Candidate>[] = [
    {
      id: 'person',
      head: t('training.person'),
      cell: ({ personId }) => (
        <Link to="/opplaering/$personId" params={{ personId }}>
          {nameOf(personId)}
        </Link>
      ),
    },
    { id: 'service', head: t('services.one'), cell: ({ serviceId, serviceName }) => serviceName ?? serviceId },
  ];
  if (standing === 'awarded') {
    return [
      ...who,
      { id: 'code', head: t('training.certificates.code'), cell: ({ certificate }) => <code>{certificate.code}</code> },
      { id: 'awarded', head: t('training.certificates.awardedOn'), cell: ({ certificate }) => certificate.awardedOn && format.date(certificate.awardedOn) },
      { id: 'until', head: t('training.certificates.validUntil'), cell: ({ certificate }) => certificate.validUntil && format.date(certificate.validUntil) },
    ];
  }
  return [
    ...who,
    { id: 'modules', head: t('training.certificates.modules'), numeric: true, cell: ({ modules }) => t('training.certificates.of', modules) },
    { id: 'sessions', head: t('training.certificates.sessions'), numeric: true, cell: ({ sessions: { attended, needed } }) => t('training.certificates.of', { done: attended, needed }) },
    ...(standing === 'lacking' ? [{ id: 'missing', head: t('training.certificates.missing'), cell: lacks }] : []),
  ];
}
