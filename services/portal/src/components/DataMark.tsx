import { use } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { MarkingsContext } from './markings.js';

/** Hatch and words: these figures are not real. Nothing when they are. */
export function DataMark() {
  const { t } = useLanguage();
  return use(MarkingsContext).map((marking) => (
    <span key={marking} className="data-mark">
      {t(`marking.${marking}.name`)}
    </span>
  ));
}
