import { useLanguage } from '../language/useLanguage.js';
import { type Stage, stages } from './StageMark.js';

/** How many services are in each stage, as one bar from the last stage to those not started; in words for those who hear it. */
export function StageStack({ counts }: { counts: Readonly<Record<Stage, number>> }) {
  const { t, format } = useLanguage();
  const total = stages.reduce((sum, stage) => sum + counts[stage], 0);
  const shown = [...stages].reverse().filter((stage) => counts[stage] > 0);
  return (
    <>
      <span className="stage-stack" aria-hidden="true">
        {shown.map((stage) => (
          <i key={stage} className={`stage-${stages.indexOf(stage)}`} style={{ flexGrow: counts[stage] }}>
            {counts[stage] / total >= 0.04 && <span>{format.count(counts[stage])}</span>}
          </i>
        ))}
      </span>
      <span className="ds-sr-only">{shown.map((stage) => `${t(`stage.${stage}`)}: ${format.count(counts[stage])}`).join(', ')}</span>
    </>
  );
}

/** What the tones of a stage stack mean. */
export function StageKey() {
  const { t } = useLanguage();
  return (
    <p className="stage-key" aria-hidden="true">
      {[...stages].reverse().map((stage) => (
        <span key={stage}>
          <i className={`stage-${stages.indexOf(stage)}`} />
          {t(`stage.${stage}`)}
        </span>
      ))}
    </p>
  );
}
