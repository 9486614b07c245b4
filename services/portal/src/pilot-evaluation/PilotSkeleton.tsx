import { Skeleton } from '@digdir/designsystemet-react';
import { Page } from '../components/Page.js';
import { Columns, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

/** The page's shape while its figures are on their way; nothing moves when they come. */
export function PilotSkeleton() {
  const { t } = useLanguage();
  return (
    <Page
      title={t('pilot.title')}
      context={<span>{t('pilot.context')}</span>}
      headline={[
        <span key="headline" className="skeleton-headline">
          <span className="ds-sr-only" role="status">
            {t('shell.loading')}
          </span>
          <Skeleton variant="rectangle" />
        </span>,
      ]}
    >
      <div className="key-figures-section">
        <div className="key-figures">
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} variant="rectangle" className="skeleton-survey" />
          ))}
        </div>
        <Skeleton variant="rectangle" className="skeleton-source" />
      </div>
      <Section heavy>
        <Columns>
          <Skeleton variant="rectangle" className="skeleton-chart" />
          <Skeleton variant="rectangle" className="skeleton-chart" />
        </Columns>
      </Section>
    </Page>
  );
}
