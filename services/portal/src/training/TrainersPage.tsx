import type { getTrainers } from '@riggen/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { z } from 'zod';
import { everyone } from '../api/everyone.js';
import { useAnswer } from '../api/useAnswer.js';
import { PlanBar } from '../charts/PlanBar.js';
import { Choice, Choices } from '../components/Choices.js';
import { DataTable } from '../components/DataTable.js';
import { Loaded } from '../components/Loaded.js';
import { Page } from '../components/Page.js';
import { RegionChoice } from '../components/RegionChoice.js';
import { Pages } from '../components/Pages.js';
import { Columns, Section } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { ownRegion } from '../language/regions.js';
import { useLanguage } from '../language/useLanguage.js';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';
import { SubNavigation } from './SubNavigation.js';
import { QualifyTrainer, TrainerCapacity } from './TrainerForms.js';
import { useCurricula } from './useCurricula.js';
import { usePersonNames } from './useNames.js';

const route = getRouteApi('/trenere');
const pageSize = 25;

type Trainer = z.infer<typeof getTrainers.output>['items'][number];

/** The trainers of a region: what they may teach, and their days booked against how many they have. */
export function TrainersPage() {
  const { t, format } = useLanguage();
  const { data: me } = useMe();
  const now = new Date().getFullYear();
  const { region = ownRegion(me ?? undefined), year = now, page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const mayDo = useMayDo();
  const { programmeName, moduleName } = useCurricula();
  const trainers = useAnswer<typeof getTrainers>({ service: 'training', name: 'trainers' }, { year, region, page, size: pageSize });
  const { data: people = [] } = useQuery({ queryKey: ['everyone', region], queryFn: ({ signal }) => everyone(region, signal), enabled: mayDo('rollout/staff') });
  const items = trainers.data?.items ?? [];
  const nameOf = usePersonNames(items.map(({ personId }) => personId));
  const choices = [
    ...new Map([
      ...items.map(({ personId }) => [personId, nameOf(personId)] as const),
      ...people.map(({ personId, name }) => [personId, name ?? personId] as const),
    ]),
  ].map(([value, label]) => ({ value, label }));
  const [booked, capacity] = [items.reduce((sum, { bookedDays }) => sum + bookedDays, 0), items.reduce((sum, { capacityDays }) => sum + (capacityDays ?? 0), 0)];
  const scale = Math.max(1, ...items.flatMap(({ bookedDays, capacityDays }) => [bookedDays, capacityDays ?? 0]));
  return (
    <Page
      title={t('training.trainers.title')}
      context={
        <>
          <SubNavigation />
          <Choices>
            <RegionChoice region={region} onChange={(value) => void navigate({ search: { year, region: value } })} />
            <Choice
              label={t('training.trainers.year')}
              value={String(year)}
              options={[now - 1, now, now + 1, now + 2].map((one) => ({ value: String(one), label: String(one) }))}
              onChange={(value) => void navigate({ search: { region, year: Number(value) } })}
            />
          </Choices>
        </>
      }
      headline={trainers.data ? [t('training.trainers.headline', { count: trainers.data.total }), t('training.trainers.booked', { booked, capacity, year })] : [t('training.trainers.title')]}
    >
      <Section heavy>
        <Loaded answer={trainers} height={400}>
          {(list) => (
            <>
              {items.length ? (
                <DataTable
                  caption={t('training.trainers.title')}
                  keyOf={({ personId }) => personId}
                  rows={items}
                  columns={[
                    { id: 'name', head: t('training.trainer'), cell: ({ personId }) => nameOf(personId) },
                    { id: 'bar', head: t('training.trainers.bar'), cell: ({ bookedDays, capacityDays }) => <PlanBar value={bookedDays} plan={capacityDays ?? 0} scale={scale} /> },
                    { id: 'booked', head: t('training.trainers.days'), numeric: true, cell: ({ bookedDays }) => format.count(bookedDays) },
                    { id: 'travel', head: t('training.trainers.travel'), numeric: true, cell: ({ travelDays }) => format.count(travelDays) },
                    { id: 'capacity', head: t('training.trainers.capacity'), numeric: true, cell: ({ capacityDays }) => (capacityDays === null ? '–' : format.count(capacityDays)) },
                    { id: 'qualified', head: t('training.trainers.qualified'), cell: (trainer) => <span className="wrapping-cell">{qualificationsOf(trainer)}</span> },
                  ]}
                />
              ) : (
                <p>{t('training.trainers.empty')}</p>
              )}
              <Pages label={t('training.trainers.pages')} list={list} onPage={(next) => void navigate({ search: { region, year, page: next } })} />
              <SourceLine>{t('training.trainers.source')}</SourceLine>
            </>
          )}
        </Loaded>
      </Section>
      <Section>
        <Columns>
          {mayDo('training/set-trainer-capacity') && <TrainerCapacity region={region} year={year} people={choices} />}
          {mayDo('training/qualify-trainer') ? <QualifyTrainer people={choices} /> : (
            <div>
              <p className="note">{t('training.qualify.byOthers')}</p>
            </div>
          )}
        </Columns>
      </Section>
    </Page>
  );

  function qualificationsOf({ qualified }: Trainer): string {
    return qualified.map(({ programmeId, moduleIds }) => `${programmeName(programmeId)}: ${moduleIds.map(moduleName).join(', ')}`).join('. ') || '–';
  }
}
