import type { getCohorts } from '@riggen/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../api/useAnswer.js';
import { Choices } from '../components/Choices.js';
import { DataTable } from '../components/DataTable.js';
import { CommandForm } from '../components/form/CommandForm.js';
import { SelectField, TextField } from '../components/form/fields.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionFilter } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Finding, Section } from '../components/Section.js';
import { isRegion, ownRegion, regions } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { SubNavigation } from './SubNavigation.js';
import { useCurricula } from './useCurricula.js';

const route = getRouteApi('/kull');
const pageSize = 25;

/** The cohorts of a region or all, and where one is planned. */
export function CohortsPage() {
  const { t, format } = useLanguage();
  const { region, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const { programmeName } = useCurricula();
  const cohorts = useAnswer<typeof getCohorts>({ service: 'training', name: 'cohorts' }, { region, page, size: pageSize });
  return (
    <Page
      title={t('training.cohorts.title')}
      context={
        <>
          <SubNavigation />
          <Choices>
            <RegionFilter region={region} onChange={(value) => void navigate({ search: value ? { region: value } : {} })} />
          </Choices>
        </>
      }
      headline={[cohorts.data ? t('training.cohorts.headline', { count: cohorts.data.total }) : t('training.cohorts.title')]}
    >
      <Section heavy>
        <Loaded answer={cohorts} height={400}>
          {({ items, ...list }) => (
            <>
              {items.length ? (
                <DataTable
                  caption={t('training.cohorts.title')}
                  keyOf={({ cohortId }) => cohortId}
                  rows={items}
                  columns={[
                    {
                      id: 'name',
                      head: t('training.cohorts.name'),
                      cell: ({ cohortId, name }) => (
                        <Link to="/kull/$cohortId" params={{ cohortId }}>
                          {name}
                        </Link>
                      ),
                    },
                    { id: 'region', head: t('training.region'), cell: ({ region: of }) => (isRegion(of) ? t(`region.${of}`) : of) },
                    { id: 'programme', head: t('training.programme'), cell: ({ programmeId }) => <span className="wrapping-cell">{programmeName(programmeId)}</span> },
                    { id: 'time', head: t('training.cohorts.time'), cell: ({ startsOn, endsOn }) => format.dateRange(startsOn, endsOn) },
                    { id: 'services', head: t('services.title'), numeric: true, cell: ({ services }) => format.count(services.length) },
                    { id: 'gatherings', head: t('training.title'), numeric: true, cell: ({ gatherings }) => format.count(gatherings) },
                  ]}
                />
              ) : (
                <p>{t('training.cohorts.empty')}</p>
              )}
              <Pages label={t('training.cohorts.pages')} list={list} onPage={(next) => void navigate({ search: { ...(region && { region }), page: next } })} />
            </>
          )}
        </Loaded>
      </Section>
      {mayDo('training/plan-cohort') && (
        <Section>
          <PlanCohort />
        </Section>
      )}
    </Page>
  );
}

/** Plans a cohort; its services are taken in on its own page. */
function PlanCohort() {
  const { t } = useLanguage();
  const { data: me } = useMe();
  const { programmes } = useCurricula();
  return (
    <Finding title={t('training.cohorts.plan')} dek={t('training.cohorts.planDek')}>
      <CommandForm<{ name: string; programmeId: string; region: string; startsOn: string; physicalFrom: string; endsOn: string }>
        definition={{ service: 'training', name: 'plan-cohort' }}
        initial={{ name: '', programmeId: '', region: ownRegion(me ?? undefined), startsOn: '', physicalFrom: '', endsOn: '' }}
        commandOf={(values, cohortId) => ({ ...values, cohortId, serviceIds: [] })}
        submit={t('training.cohorts.submit')}
        done={t('training.cohorts.done')}
      >
        <TextField name="name" label={t('training.cohorts.name')} description={t('training.cohorts.nameText')} />
        <div className="side-by-side">
          <SelectField name="programmeId" label={t('training.programme')} choices={programmes} />
          <SelectField name="region" label={t('training.region')} choices={regions.map((value) => ({ value, label: t(`region.${value}`) }))} />
        </div>
        <div className="side-by-side">
          <TextField name="startsOn" type="date" label={t('training.cohorts.startsOn')} />
          <TextField name="physicalFrom" type="date" label={t('training.cohorts.physicalFrom')} />
          <TextField name="endsOn" type="date" label={t('training.cohorts.endsOn')} />
        </div>
      </CommandForm>
    </Finding>
  );
}
