import type { Me } from '@riggen/contracts';
import { Page } from '../components/Page.js';
import { Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';

/** For whoever has signed in before anybody gave them a role. */
export function NoRole({ me }: { me: Me }) {
  const { t } = useLanguage();
  return (
    <Page title={t('signIn.noRole.title')} headline={[t('signIn.noRole.headline')]}>
      <Section heavy>
        <p>{t('signIn.noRole.text')}</p>
        <code className="command">{me.id}</code>
      </Section>
    </Page>
  );
}
