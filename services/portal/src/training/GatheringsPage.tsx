import { todayInOslo } from '../language/today.js';
import type { getGatheringCalendar } from '@riggen/contracts';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Choice, Choices } from '../components/Choices.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionFilter } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Section } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { ownRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { GatheringTable } from './GatheringTable.js';
import { freePlaces } from './gathering-facts.js';
import { PlanGathering } from './PlanGathering.js';
import { SubNavigation } from './SubNavigation.js';

const route = getRouteApi('/samlinger');
const pageSize = 25;
const timeOf = {
  coming: (today: string) => ({ from: today, to: `${Number(today.slice(0, 4)) + 2}-12-31` }),
  earlier: (today: string) => ({ from: '1990-01-01', to: today }),
};

/** The gatherings of a region or all, month by month, with their places; where a new one is planned. */
export function GatheringsPage() {
  const { t, format } = useLanguage();
  const { region, time = 'coming', page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const { data: me } = useMe();
  const today = todayInOslo();
  const gatherings = useAnswer<typeof getGatheringCalendar>(
    { service: 'training', name: 'gathering-calendar' },
    { ...timeOf[time](today), region, page, size: pageSize },
  );
  const { items = [], total = 0 } = gatherings.data ?? {};
  const waiting = items.reduce((sum, gathering) => sum + gathering.waiting, 0);
  const free = items.reduce((sum, gathering) => sum + (gathering.status === 'published' ? (freePlaces(gathering) ?? 0) : 0), 0);
  return (
    <Page
      title={t('training.title')}
      context={
        <>
          <SubNavigation />
          <Choices>
            <RegionFilter region={region} onChange={(value) => void navigate({ search: { time, ...(value && { region: value }) } })} />
            <Choice
              label={t('training.time.label')}
              value={time}
              options={(['coming', 'earlier'] as const).map((value) => ({ value, label: t(`training.time.${value}`) }))}
              onChange={(value) => void navigate({ search: { time: value, ...(region && { region }) } })}
            />
          </Choices>
        </>
      }
      headline={
        gatherings.data
          ? [t(`training.list.headline.${time}`, { count: total }), total > 0 && total === items.length && time === 'coming' ? t('training.list.places', { count: free, waiting }) : undefined]
          : [t('training.title')]
      }
    >
      <Section heavy>
        <Loaded answer={gatherings} height={600}>
          {(list) => (
            <>
              {items.length ? <GatheringTable gatherings={items} /> : <p>{t('training.list.empty')}</p>}
              <Pages
                label={t('training.list.pages')}
                list={list}
                onPage={(next) => void navigate({ search: { time, ...(region && { region }), page: next } })}
              />
              <SourceLine>{t('training.list.source', { date: format.date(today) })}</SourceLine>
            </>
          )}
        </Loaded>
      </Section>
      {mayDo('training/plan-gathering') && (
        <Section>
          <PlanGathering region={region ?? ownRegion(me ?? undefined)} />
        </Section>
      )}
    </Page>
  );
}
