import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { PlanBar } from '../charts/PlanBar.js';
import { StageMark } from '../charts/StageMark.js';
import { DataTable } from '../components/DataTable.js';
import { Pages } from '../components/Pages.js';
import { useLanguage } from '../language/useLanguage.js';
import { longestOverPlan, monthsOf, type ServiceInLine } from './rollout-facts.js';

const size = 5;

/** The services that have been longest over plan in their stage: a work list, not a ranking of quality. */
export function LongestOverPlan({ services }: { services: readonly ServiceInLine[] }) {
  const { t, format } = useLanguage();
  const [page, setPage] = useState(1);
  const late = longestOverPlan(services);
  const most = Math.max(1, ...late.map(({ days }) => days));
  return (
    <section aria-label={t('rollout.late.title')}>
      <h3 className="sub-heading">{t('rollout.late.title')}</h3>
      {late.length ? (
        <DataTable
          caption={t('rollout.late.title')}
          keyOf={({ serviceId }) => serviceId}
          rows={late.slice((page - 1) * size, page * size)}
          columns={[
            {
              id: 'service',
              head: t('plan.service'),
              cell: ({ serviceId, name }) => (
                <Link to="/tjenester/$serviceId" params={{ serviceId }}>
                  {name}
                </Link>
              ),
            },
            { id: 'stage', head: t('rollout.late.stage'), cell: ({ stage }) => <StageMark stage={stage ?? 'not_started'} /> },
            { id: 'over', head: t('rollout.late.months'), numeric: true, cell: ({ daysOverPlan }) => format.decimal(monthsOf(daysOverPlan)) },
            { id: 'bar', head: t('rollout.late.bar'), cell: ({ days, plannedDays }) => <PlanBar value={days} plan={plannedDays ?? days} scale={most} /> },
          ]}
        />
      ) : (
        <p>{t('rollout.late.none')}</p>
      )}
      <Pages label={t('rollout.late.pages')} list={{ total: late.length, page, size }} onPage={setPage} />
    </section>
  );
}
