import type { getGatheringCalendar, getOrganisation, getServicesInLine, getWaitingLists } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAnswer } from '../api/useAnswer.js';
import { StageMark } from '../charts/StageMark.js';
import { Choice, Choices } from '../components/Choices.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionChoice } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { ownRegion, type Region } from '../language/regions.js';
import { daysAfter, todayInOslo } from '../language/today.js';
import { useLanguage } from '../language/useLanguage.js';
import { monthsOf } from '../rollout/rollout-facts.js';
import { useProgramme } from '../rollout/useProgramme.js';
import { useMe } from '../sign-in/useMe.js';

const route = getRouteApi('/min-region');
const size = 10;
const mostServices = 200;
/** How far ahead the gatherings are told, in days. */
const daysAhead = 42;

/** What a region must plan or rescue now. */
export function OwnRegionPage() {
  const { t, format } = useLanguage();
  const { data: me } = useMe();
  const { programme: chosen, region = ownRegion(me ?? undefined) } = route.useSearch();
  const navigate = route.useNavigate();
  const programme = useProgramme(chosen);
  const { programmeId } = programme;
  const slipping = useInLine(region, programmeId, 'slipping', 1);
  const coming = useComing(region, 1);
  const services = useAnswer<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { region, size: mostServices });
  const late = slipping.data?.total;
  return (
    <Page
      title={t('ownRegion.title')}
      markings={[...new Set(services.data?.items.flatMap(({ marking }) => marking ?? []))]}
      context={
        <Choices>
          <RegionChoice region={region} onChange={(value) => void navigate({ search: { region: value, ...(chosen && { programme: chosen }) } })} />
          <Choice label={t('rollout.programme')} value={programmeId ?? ''} options={programme.options} onChange={(value) => void navigate({ search: { region, programme: value } })} />
        </Choices>
      }
      headline={[
        late === undefined ? t('ownRegion.title') : late ? t('ownRegion.headline.slipping', { count: late }) : t('ownRegion.headline.withinPlan'),
        coming.data && t('ownRegion.headline.gatherings', { count: coming.data.total }),
      ]}
    >
      <Section heavy>
        <Columns>
          <InLine key={`slipping ${region}`} region={region} programmeId={programmeId} show="slipping" />
          <InLine key={`waiting ${region}`} region={region} programmeId={programmeId} show="waiting" />
        </Columns>
      </Section>
      <Section>
        <Columns>
          <ComingGatherings key={region} region={region} />
          <WaitingLists key={region} region={region} />
        </Columns>
      </Section>
      <Section>
        <div className="actions">
          <Link to="/plan" search={{ region }}>{t('ownRegion.plan')}</Link>
          <Link to="/trenere">{t('ownRegion.trainers')}</Link>
          <Link to="/team">{t('ownRegion.teams')}</Link>
        </div>
        {slipping.data && <SourceLine>{t('ownRegion.source', { date: format.date(todayInOslo()) })}</SourceLine>}
      </Section>
    </Page>
  );
}

const useInLine = (region: Region, programmeId: string | undefined, show: 'slipping' | 'waiting', page: number) =>
  useAnswer<typeof getServicesInLine>({ service: 'rollout', name: 'services-in-line' }, { region, programmeId, show, page, size }, { enabled: programmeId !== undefined });

function useComing(region: Region, page: number) {
  const [from] = useState(todayInOslo);
  return useAnswer<typeof getGatheringCalendar>({ service: 'training', name: 'gathering-calendar' }, { from, to: daysAfter(from, daysAhead), region, page, size });
}

/** The services that are longer in a stage than planned, or those that wait for training by how ready they are. */
function InLine({ region, programmeId, show }: { region: Region; programmeId: string | undefined; show: 'slipping' | 'waiting' }) {
  const { t, format } = useLanguage();
  const [page, setPage] = useState(1);
  const answer = useInLine(region, programmeId, show, page);
  return (
    <Loaded answer={answer} height={480}>
      {({ items, ...list }) => (
        <Finding title={t(`ownRegion.${show}.title`, { count: list.total })} dek={t(`ownRegion.${show}.dek`)}>
          {items.length ? (
            <DataTable
              caption={t(`ownRegion.${show}.caption`)}
              keyOf={({ serviceId }) => serviceId}
              rows={items}
              columns={[
                {
                  id: 'service',
                  head: t('plan.service'),
                  cell: ({ serviceId, name }) => (
                    <span className="wrapping">
                      <Link to="/tjenester/$serviceId" params={{ serviceId }}>
                        {name}
                      </Link>
                    </span>
                  ),
                },
                { id: 'stage', head: t('rollout.late.stage'), cell: ({ stage }) => <StageMark stage={stage ?? 'not_started'} /> },
                show === 'slipping'
                  ? { id: 'over', head: t('rollout.late.months'), numeric: true, cell: ({ daysOverPlan }) => format.decimal(monthsOf(daysOverPlan)) }
                  : {
                      id: 'readiness',
                      head: t('ownRegion.waiting.readiness'),
                      numeric: true,
                      cell: ({ facilitators, barriers, unmapped }) =>
                        facilitators + barriers === 0 ? <span className="too-little">{t('ownService.readiness.notMapped')}</span> : t('ownRegion.waiting.factors', { facilitators, barriers, unmapped }),
                    },
              ]}
            />
          ) : (
            <p className="note">{t(`ownRegion.${show}.empty`)}</p>
          )}
          <Pages label={t(`ownRegion.${show}.caption`)} list={list} onPage={setPage} />
        </Finding>
      )}
    </Loaded>
  );
}

function ComingGatherings({ region }: { region: Region }) {
  const { t, format } = useLanguage();
  const [page, setPage] = useState(1);
  const answer = useComing(region, page);
  return (
    <Loaded answer={answer} height={320}>
      {({ items, ...list }) => (
        <Finding title={t('ownRegion.gatherings.title', { count: list.total })} dek={t('ownRegion.gatherings.dek')}>
          {items.length ? (
            <DataTable
              caption={t('ownRegion.gatherings.caption')}
              keyOf={({ gatheringId }) => gatheringId}
              rows={items}
              columns={[
                {
                  id: 'when',
                  head: t('ownRegion.gatherings.when'),
                  cell: ({ gatheringId, startsOn, endsOn }) => (
                    <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
                      {startsOn === endsOn ? format.date(startsOn) : format.dateRange(startsOn, endsOn)}
                    </Link>
                  ),
                },
                { id: 'placed', head: t('ownRegion.gatherings.places'), numeric: true, cell: ({ placed, capacity }) => (capacity === null ? format.count(placed) : t('ownRegion.gatherings.of', { placed, capacity })) },
                { id: 'waiting', head: t('ownRegion.gatherings.waiting'), numeric: true, cell: ({ waiting }) => format.count(waiting) },
              ]}
            />
          ) : (
            <p className="note">{t('ownRegion.gatherings.empty')}</p>
          )}
          <Pages label={t('ownRegion.gatherings.caption')} list={list} onPage={setPage} />
        </Finding>
      )}
    </Loaded>
  );
}

function WaitingLists({ region }: { region: Region }) {
  const { t, format } = useLanguage();
  const [page, setPage] = useState(1);
  const answer = useAnswer<typeof getWaitingLists>({ service: 'training', name: 'waiting-lists' }, { region, page, size });
  return (
    <Loaded answer={answer} height={320}>
      {({ items, ...list }) => (
        <Finding title={t('ownRegion.lists.title', { count: list.total })} dek={t('ownRegion.lists.dek')}>
          {items.length ? (
            <DataTable
              caption={t('ownRegion.lists.caption')}
              keyOf={({ gatheringId, groupId }) => `${gatheringId} ${groupId}`}
              rows={items}
              columns={[
                {
                  id: 'gathering',
                  head: t('ownRegion.lists.gathering'),
                  cell: ({ gatheringId, startsOn }) => (
                    <Link to="/samlinger/$gatheringId" params={{ gatheringId }}>
                      {format.date(startsOn)}
                    </Link>
                  ),
                },
                { id: 'people', head: t('ownRegion.lists.people'), numeric: true, cell: ({ people }) => format.count(people) },
                { id: 'status', head: t('ownRegion.lists.status'), cell: ({ status, until }) => (until ? t('ownRegion.lists.offered', { date: format.date(until) }) : t(`ownRegion.lists.${status}`)) },
              ]}
            />
          ) : (
            <p className="note">{t('ownRegion.lists.empty')}</p>
          )}
          <Pages label={t('ownRegion.lists.caption')} list={list} onPage={setPage} />
        </Finding>
      )}
    </Loaded>
  );
}
