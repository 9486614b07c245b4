import type { getOrganisation } from '@riggen/contracts';
import { Search } from '@digdir/designsystemet-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { Choices } from '../components/Choices.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionFilter } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Finding, Section } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { RegisterService } from './RegisterService.js';

type ListedService = z.infer<typeof getOrganisation.output>['items'][number];

const route = getRouteApi('/tjenester');
const pageSize = 25;

/** The services of the nation or of a region as they are today, found by name or municipality. */
export function ServicesPage() {
  const { t, format } = useLanguage();
  const { region, search, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const [typed, setTyped] = useState(search ?? '');
  const services = useAnswer<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { region, search, page, size: pageSize });
  const total = services.data?.total;
  return (
    <Page
      title={t('services.title')}
      markings={[...new Set(services.data?.items.flatMap(({ marking }) => marking ?? []))]}
      context={
        <Choices>
          <RegionFilter region={region} onChange={(value) => void navigate({ search: { ...(value && { region: value }), ...(search && { search }) } })} />
        </Choices>
      }
      headline={total === undefined ? [t('services.title')] : [t('services.headline', { count: total }), search && t('services.found', { search })]}
    >
      <Section heavy>
        <form
          role="search"
          className="search-form"
          onSubmit={(event) => {
            event.preventDefault();
            void navigate({ search: { ...(region && { region }), ...(typed && { search: typed }) } });
          }}
        >
          <Search>
            <Search.Input aria-label={t('services.search')} value={typed} onChange={(event) => setTyped(event.target.value)} />
            <Search.Clear onClick={() => void navigate({ search: { ...(region && { region }) } })} />
            <Search.Button>{t('services.searchButton')}</Search.Button>
          </Search>
        </form>
        <Loaded answer={services} height={900}>
          {({ items, on, ...list }) => (
            <>
              {items.length ? (
                <DataTable
                  caption={t('services.title')}
                  keyOf={({ serviceId }) => serviceId}
                  rows={items}
                  columns={[
                    {
                      id: 'name',
                      head: t('services.name'),
                      cell: ({ serviceId, name }) => (
                        <Link to="/tjenester/$serviceId" params={{ serviceId }}>
                          {name}
                        </Link>
                      ),
                    },
                    { id: 'region', head: t('services.region'), cell: ({ region: of }) => t(`region.${of}`) },
                    { id: 'places', head: t('services.places'), cell: ({ municipalities, districts }) => <span className="wrapping-cell">{[...districts, ...(districts.length ? [] : municipalities)].map(({ name }) => name).join(', ')}</span> },
                    { id: 'children', head: t('services.children'), numeric: true, cell: ({ children }) => (children === null ? '–' : format.count(children)) },
                    ...(items.some(({ staff }) => staff) ? [{ id: 'staff', head: t('services.staff'), numeric: true, cell: ({ staff }: ListedService) => (staff ? format.count(staff.people) : '–') }] : []),
                  ]}
                />
              ) : (
                <p>{search ? t('services.nothingFound') : t('services.empty')}</p>
              )}
              <Pages label={t('services.pages')} list={list} onPage={(next) => void navigate({ search: { ...(region && { region }), ...(search && { search }), page: next } })} />
              <SourceLine>{t('services.source', { date: format.date(on) })}</SourceLine>
            </>
          )}
        </Loaded>
      </Section>
      {mayDo('rollout/register-service-unit') && (
        <Section>
          <Finding title={t('services.register.title')} dek={t('services.register.dek')}>
            <RegisterService />
          </Finding>
        </Section>
      )}
    </Page>
  );
}
