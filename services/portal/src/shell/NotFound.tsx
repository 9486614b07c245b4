import { Link } from '@tanstack/react-router';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

export function NotFound() {
  const { t } = useLanguage();
  const title = t('shell.notFound.title');
  return (
    <Page title={title} headline={[`${title}.`]}>
      <Section heavy>
        <p>{t('shell.notFound.text')}</p>
        <p className="actions">
          <Link to="/pilotevaluering">{t('shell.notFound.link')}</Link>
        </p>
      </Section>
    </Page>
  );
}
