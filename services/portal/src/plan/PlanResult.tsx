import { PlanBar } from '../charts/PlanBar.js';
import { DataTable } from '../components/DataTable.js';
import { Columns, Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { gainOf, type Plan } from './plan-draft.js';
import { useReasonText, useSeasonName } from './plan-texts.js';

/** A proposal: the load of each half-year, where each service stands and why, and how it compares with the simple rule. */
export function PlanResult({ plan, names }: { plan: Plan; names: ReadonlyMap<string, string> }) {
  const { t, format } = useLanguage();
  const seasonName = useSeasonName();
  const reasonText = useReasonText(names);
  const gain = gainOf(plan.comparison);
  const available = new Map(plan.seasons.map(({ season, trainerDays }) => [season, trainerDays]));
  const most = Math.max(1, ...plan.seasons.map(({ trainerDays }) => trainerDays), ...plan.load.map(({ trainerDays }) => trainerDays));
  const participants = new Map(plan.services.map((service) => [service.serviceId, service.participants]));
  const placements = [...plan.placements].sort(
    (a, b) => (a.season ?? '9').localeCompare(b.season ?? '9') || (a.cohorts[0] ?? 0) - (b.cohorts[0] ?? 0),
  );
  return (
    <>
      <Columns>
        <Finding title={t('plan.load.title')} dek={t('plan.load.dek')}>
          <DataTable
            caption={t('plan.load.title')}
            keyOf={({ season }) => season}
            rows={plan.load}
            columns={[
              { id: 'season', head: t('plan.season'), cell: ({ season }) => seasonName(season) },
              { id: 'cohorts', head: t('plan.cohorts'), numeric: true, cell: ({ cohorts }) => format.count(cohorts) },
              { id: 'days', head: t('plan.load.days'), numeric: true, cell: ({ season, trainerDays }) => t('plan.load.of', { booked: trainerDays, available: available.get(season) ?? 0 }) },
              { id: 'bar', head: t('plan.load.bar'), cell: ({ season, trainerDays }) => <PlanBar value={trainerDays} plan={available.get(season) ?? 0} scale={most} /> },
            ]}
          />
        </Finding>
        {plan.comparison.cost !== null && (
          <Finding title={gain > 0.5 ? t('plan.comparison.better', { gain }) : t('plan.comparison.same')} dek={t('plan.comparison.dek')}>
            <DataTable
              caption={t('plan.comparison.caption')}
              keyOf={({ id }) => id}
              rows={[{ id: 'proposal' as const, cost: plan.comparison.cost }, { id: 'rule' as const, cost: plan.comparison.costByRule }]}
              columns={[
                { id: 'plan', head: t('plan.comparison.plan'), cell: ({ id }) => t(`plan.comparison.${id}`) },
                { id: 'cost', head: t('plan.comparison.cost'), numeric: true, cell: ({ cost }) => format.count(cost ?? 0) },
              ]}
            />
            <p className="source-line">{t(plan.comparison.isProvenBest ? 'plan.comparison.proven' : 'plan.comparison.notProven')}</p>
          </Finding>
        )}
      </Columns>
      <Finding title={t('plan.placements.title')} dek={t('plan.placements.dek')}>
        <DataTable
          caption={t('plan.placements.title')}
          keyOf={({ serviceId }) => serviceId}
          rows={placements}
          columns={[
            { id: 'service', head: t('plan.service'), cell: ({ serviceId }) => names.get(serviceId) ?? serviceId },
            { id: 'season', head: t('plan.begins'), cell: ({ season }) => (season ? seasonName(season) : <span className="signal-text">{t('plan.noPlace')}</span>) },
            { id: 'cohort', head: t('plan.cohort'), numeric: true, cell: ({ cohorts }) => cohorts.join(', ') || '–' },
            ...(plan.comparison.cost === null ? [] : [{ id: 'participants', head: t('plan.participants'), numeric: true, cell: ({ serviceId }: Plan['placements'][number]) => format.count(participants.get(serviceId) ?? 0) }]),
            { id: 'why', head: t('plan.why'), cell: ({ reasons }) => <span className="wrapping-cell">{reasons.map(reasonText).join(' ')}</span> },
          ]}
        />
        <SourceLine>{t('plan.placements.source', { places: plan.rules.cohortPlaces, digital: plan.rules.digitalTrainerDays, physical: plan.rules.physicalTrainerDays })}</SourceLine>
      </Finding>
    </>
  );
}
