import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

/** After signing out, when the provider has signed out too. */
export function SignedOut() {
  const { t } = useLanguage();
  return (
    <Page title={t('signIn.signedOut.title')} headline={[t('signIn.signedOut.headline'), t('signIn.signedOut.rest')]}>
      <Section heavy>
        <p className="actions">
          <a href="/">{t('signIn.signedOut.again')}</a>
        </p>
      </Section>
    </Page>
  );
}
