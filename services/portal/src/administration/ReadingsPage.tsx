import type { listReadings } from '@riggen/contracts';
import { Button, Textfield } from '@digdir/designsystemet-react';
import { getRouteApi } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { Pages } from '../components/Pages.js';
import { Section } from '../components/Section.js';
import { isRegion } from '../language/regions.js';
import { daysAfter, todayInOslo } from '../language/today.js';
import { useLanguage } from '../language/useLanguage.js';
import type { messages } from '../messages/index.js';

type Explained = keyof (typeof messages)['nb']['administration']['readings']['purpose'];

const route = getRouteApi('/lesinger');
const size = 50;
/** The period that is shown before another is chosen, in days. */
const usualDays = 30;

/** The log of readings of person-level data, for the auditor. */
export function ReadingsPage() {
  const { t, format } = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const to = search.to ?? todayInOslo();
  const from = search.from ?? daysAfter(to, -usualDays);
  const { personId, page = 1 } = search;
  const readings = useAnswer<typeof listReadings>({ service: 'rollout', name: 'readings' }, { from, to, personId, page, size });
  const total = readings.data?.total;
  return (
    <Page
      title={t('administration.readings.title')}
      headline={total === undefined ? [t('administration.readings.title')] : [t('administration.readings.headline', { count: total }), format.dateRange(from, to)]}
    >
      <Section heavy>
        <form
          className="reading-filter"
          onSubmit={(event) => {
            event.preventDefault();
            const given = new FormData(event.currentTarget);
            const text = (name: string) => (given.get(name) as string).trim();
            void navigate({ search: { from: text('from'), to: text('to'), ...(text('personId') && { personId: text('personId') }) } });
          }}
        >
          <Textfield key={from} name="from" type="date" required label={t('administration.readings.from')} defaultValue={from} />
          <Textfield key={to} name="to" type="date" required label={t('administration.readings.to')} defaultValue={to} />
          <Textfield name="personId" label={t('administration.readings.about')} defaultValue={personId ?? ''} />
          <Button type="submit">{t('administration.readings.show')}</Button>
        </form>
        <Loaded answer={readings} height={640}>
          {({ items, ...list }) => (
            <>
              {items.length ? (
                <DataTable
                  caption={t('administration.readings.title')}
                  keyOf={({ at, reader, query, personId: about }) => `${at} ${reader} ${query} ${about ?? ''}`}
                  rows={items}
                  columns={[
                    { id: 'at', head: t('administration.when'), cell: ({ at }) => format.time(at) },
                    { id: 'reader', head: t('administration.readings.reader'), cell: ({ reader }) => <span className="key-cell">{reader}</span> },
                    { id: 'roles', head: t('administration.roles.role'), cell: ({ roles }) => roles.map((role) => (role === 'operator' ? role : t(`administration.role.${role}`))).join(', ') },
                    { id: 'what', head: t('administration.readings.what'), cell: ({ query }) => query },
                    { id: 'why', head: t('administration.readings.why'), cell: ({ query, purpose }) => <span className="wrapping">{t(`administration.readings.purpose.${query as Explained}`, { defaultValue: purpose })}</span> },
                    { id: 'about', head: t('administration.readings.whom'), cell: ({ personId: about, service, region }) => about ?? service ?? (isRegion(region) ? t(`region.${region}`) : '–') },
                  ]}
                />
              ) : (
                <p className="note">{t('administration.readings.empty')}</p>
              )}
              <Pages label={t('administration.readings.title')} list={list} onPage={(next) => void navigate({ search: { ...search, page: next } })} />
            </>
          )}
        </Loaded>
      </Section>
    </Page>
  );
}
