import type { ReactNode } from 'react';
import { useLanguage } from '../language/useLanguage.js';
import { DataMark } from './DataMark.js';
import { MarkingsContext, type Marking } from './markings.js';

interface PageProps {
  title: string;
  markings?: readonly Marking[];
  context?: ReactNode;
  /** Set right on wide screens. */
  period?: ReactNode;
  /** The answer first, in ink; the rest in a second voice. */
  headline: readonly [first: ReactNode, rest?: ReactNode];
  /** What the foot says beside the marks: the licence of a map. */
  foot?: ReactNode;
  children?: ReactNode;
}

/** A page is a sentence, then its proof, then what to do. */
export function Page({ title, markings = [], context, period, headline: [first, rest], foot, children }: PageProps) {
  const { t } = useLanguage();
  return (
    <MarkingsContext value={markings}>
      <title>{`${title} – Riggen`}</title>
      <main id="content" className="wrap" tabIndex={-1}>
        <div className="context-line">
          <DataMark />
          {context}
          {period && <span className="context-period">{period}</span>}
        </div>
        <h1 className="headline">
          <strong>{first}</strong> {rest}
        </h1>
        {children}
      </main>
      <footer className="wrap">
        <div className="foot">
          {markings.map((marking) => (
            <span key={marking} className="foot-mark">
              <span className="data-mark">{t(`marking.${marking}.name`)}</span>
              <span>{t(`marking.${marking}.text`)}</span>
            </span>
          ))}
          {foot}
        </div>
      </footer>
    </MarkingsContext>
  );
}
