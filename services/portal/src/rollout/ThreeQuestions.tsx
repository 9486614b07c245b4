import { useLanguage } from '../language/useLanguage.js';
import { type ByStage, countsOf, monthsOf, type ServiceInLine, sumOf, totalOf, worstStage } from './rollout-facts.js';

/** How far, where is it stuck, does quality hold: a figure each, with what it rests on. */
export function ThreeQuestions({ byStage, services }: { byStage: ByStage; services: readonly ServiceInLine[] }) {
  const { t, format } = useLanguage();
  const counts = sumOf(byStage.regions.map(countsOf));
  const all = totalOf(counts);
  const implemented = byStage.regions.reduce((sum, region) => sum + region.implemented, 0);
  const worst = worstStage(byStage, services);
  return (
    <div className="answers">
      <section>
        <h2>{t('rollout.questions.far')}</h2>
        <p className="key-figure">
          {all ? format.percent((counts.full_implementation / all) * 100) : t('figure.tooLittle')} <small>{all > 0 && t('rollout.questions.inOperation')}</small>
        </p>
        <p>
          {t('rollout.questions.farText', { operating: counts.full_implementation, count: all, initial: counts.initial_implementation })}{' '}
          {t('rollout.questions.implemented', { count: implemented })}
        </p>
      </section>
      <section>
        <h2>{t('rollout.questions.stuck')}</h2>
        <p className="key-figure">
          {worst ? format.count(worst.overPlan) : format.count(0)}{' '}
          <small>{worst ? t(`rollout.questions.overPlan.${worst.stage}`, { count: worst.here.length }) : t('rollout.questions.noneOverPlan')}</small>
        </p>
        <p>
          {worst && worst.medianDays !== null && worst.plannedDays !== null
            ? t('rollout.questions.median', { median: monthsOf(worst.medianDays), planned: monthsOf(worst.plannedDays), count: worst.services })
            : t('rollout.questions.withinPlan', { count: all - counts.not_started })}
        </p>
      </section>
      <section>
        <h2>{t('rollout.questions.quality')}</h2>
        <p className="key-figure">
          – <small>{t('rollout.questions.notMeasured')}</small>
        </p>
        <p>{t('rollout.questions.qualityText')}</p>
      </section>
    </div>
  );
}
