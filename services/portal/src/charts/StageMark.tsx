import { useLanguage } from '../language/useLanguage.js';

/** The stages in their order, before the first the services that have not begun. */
export const stages = ['not_started', 'exploration', 'installation', 'initial_implementation', 'full_implementation'] as const;
export type Stage = (typeof stages)[number];

/** A stage as mark and word: four rising steps, filled up to the stage. */
export function StageMark({ stage }: { stage: Stage }) {
  const { t } = useLanguage();
  const reached = stages.indexOf(stage);
  return (
    <span className="stage-mark">
      <svg width="27" height="14" aria-hidden="true">
        {[1, 2, 3, 4].map((step) => {
          const height = 2 + step * 3;
          const className = step <= reached ? `stage-${reached}` : 'stage-none';
          return <rect key={step} className={className} x={(step - 1) * 7 + 0.5} y={13.5 - height} width="5" height={height} />;
        })}
      </svg>
      {t(`stage.${stage}`)}
    </span>
  );
}
