import { DotStrip } from '../charts/DotStrip.js';
import { StageMark } from '../charts/StageMark.js';
import { Finding } from '../components/Section.js';
import { SourceLine } from '../components/SourceLine.js';
import { useLanguage } from '../language/useLanguage.js';
import { type ByStage, isStuck, monthsOf, type ServiceInLine, timeByStage, worstStage } from './rollout-facts.js';

/** The axis is at least a year long. */
const shortestAxis = 12;

/** Months in the stage that each service is in now, against the plan. */
export function TimeInStages({ byStage, services }: { byStage: ByStage; services: readonly ServiceInLine[] }) {
  const { t, format } = useLanguage();
  const worst = worstStage(byStage, services);
  const begun = services.filter(({ stage }) => stage !== null);
  const most = Math.max(shortestAxis, ...begun.map(({ days }) => Math.ceil(monthsOf(days))));
  const title = worst && isStuck(worst) ? t(`rollout.time.stuck.${worst.stage}`) : worst ? t('rollout.time.some') : t('rollout.time.withinPlan');
  return (
    <Finding title={title} dek={t('rollout.time.dek', { most })}>
      {begun.length === 0 && <p className="note">{t('rollout.time.empty')}</p>}
      <ul className="stage-times">
        {timeByStage(byStage, services).map((time) => {
          const plan = time.plannedDays === null ? null : monthsOf(time.plannedDays);
          const medianDays = time.medianDays === null ? t('figure.tooLittle') : t('rollout.time.months', { months: monthsOf(time.medianDays) });
          const median = t('rollout.time.median', { count: time.services, median: medianDays });
          const late = plan === null ? t('rollout.time.noPlan') : t('rollout.time.late', { late: time.overPlan, count: time.here.length });
          return (
            <li key={time.stage}>
              <div>
                <StageMark stage={time.stage} />
                <p>{median}</p>
              </div>
              <DotStrip
                values={time.here.map(({ days }) => monthsOf(days))}
                plan={plan}
                most={most}
                label={`${t(`stage.${time.stage}`)}: ${late}. ${median}`}
                planLabel={plan === null ? '' : t('rollout.time.plan', { months: plan })}
                isSignal={isStuck(time)}
              />
              <p className={isStuck(time) ? 'signal-text' : undefined}>{late}</p>
            </li>
          );
        })}
      </ul>
      <SourceLine>{t('rollout.time.source', { count: begun.length, date: format.date(byStage.on) })}</SourceLine>
    </Finding>
  );
}
