import { useId, type ReactNode } from 'react';

/** A part of a page, set off by a rule; the first by a heavy one. */
export function Section({ heavy = false, children }: { heavy?: boolean; children: ReactNode }) {
  return <div className={heavy ? 'section section-first' : 'section'}>{children}</div>;
}

export function Columns({ children }: { children: ReactNode }) {
  return <div className="columns">{children}</div>;
}

interface FindingProps {
  /** The finding in a sentence, with its subject. */
  title: ReactNode;
  /** What is shown, and in what unit. */
  dek?: ReactNode;
  children: ReactNode;
}

export function Finding({ title, dek, children }: FindingProps) {
  const id = useId();
  return (
    <section className="finding" aria-labelledby={id}>
      <header>
        <h2 id={id} className="finding-title">
          {title}
        </h2>
        {dek && <p className="dek">{dek}</p>}
      </header>
      {children}
    </section>
  );
}
