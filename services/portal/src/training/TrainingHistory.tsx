import type { getMyTraining } from '@riggen/contracts';
import type { z } from 'zod';
import { useLanguage } from '../language/useLanguage.js';
import { useCurricula } from './useCurricula.js';

/** The way so far: trained, certified, supervisor, trainer. */
export function TrainingHistory({ history }: Pick<z.infer<typeof getMyTraining.output>, 'history'>) {
  const { t, format } = useLanguage();
  const { programmeName } = useCurricula();
  return (
    <>
      <h2 className="sub-heading">{t('training.mine.history')}</h2>
      <ol className="plain-rows">
        {history.map(({ on, what, programmeId }) => (
          <li key={`${on} ${what} ${programmeId}`}>
            {format.date(on)}: {t(`training.mine.what.${what}`, { programme: programmeName(programmeId) })}
          </li>
        ))}
      </ol>
    </>
  );
}
