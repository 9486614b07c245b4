import { Button } from '@digdir/designsystemet-react';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

/** The page itself failed, perhaps because a new version has replaced its files: loading again mends that. */
export function PageError() {
  const { t } = useLanguage();
  const title = t('error.pageTitle');
  return (
    <Page title={title} headline={[`${title}.`]}>
      <Section heavy>
        <p role="alert">{t('error.page')}</p>
        <div className="actions">
          <Button onClick={() => window.location.reload()}>{t('error.retry')}</Button>
        </div>
      </Section>
    </Page>
  );
}
