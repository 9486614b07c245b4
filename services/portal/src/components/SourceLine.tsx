import { use, type ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { MarkingsContext } from './markings.js';

/** Under every figure: the mark, and what the figures rest on. */
export function SourceLine({ children }: { children: ReactNode }) {
  const { t } = useLanguage();
  return (
    <p className="source-line">
      {use(MarkingsContext).map((marking) => (
        <b key={marking}>{t(`marking.${marking}.name`)}. </b>
      ))}
      {children}
    </p>
  );
}
