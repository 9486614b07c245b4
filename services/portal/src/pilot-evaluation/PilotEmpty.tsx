import { Page } from '../components/Page.js';
import { Columns, Finding, Section } from '../components/Section.js';
import { useLanguage } from '../language/useLanguage.js';
import type { PilotPage } from './pilot-page.js';

const willShow = ['sides', 'tools', 'gatherings'] as const;

/** Before any data: what will be here, and how to begin. */
export function PilotEmpty({ page }: { page: PilotPage }) {
  const { t } = useLanguage();
  return (
    <Page
      title={t('pilot.title')}
      markings={page.markings}
      context={<span>{t('pilot.context')}</span>}
      headline={[t('pilot.empty.headline'), t('pilot.empty.rest')]}
    >
      <Section heavy>
        <Columns>
          <Finding title={t('pilot.empty.willShowTitle')}>
            <ul className="plain-rows">
              {willShow.map((part) => (
                <li key={part}>{t(`pilot.empty.willShow.${part}`)}</li>
              ))}
            </ul>
          </Finding>
          <Finding title={t('pilot.empty.beginTitle')} dek={t('pilot.empty.begin')}>
            <code className="command">npm run riggen -- import &lt;{t('pilot.empty.folder')}&gt;</code>
          </Finding>
        </Columns>
      </Section>
    </Page>
  );
}
