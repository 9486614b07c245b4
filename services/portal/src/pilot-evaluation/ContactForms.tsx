import { ShareChart } from '../components/ShareChart.js';
import { extreme } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import { contactFormsFinding } from './findings.js';
import type { PilotPage } from './pilot-page.js';

export function ContactForms({ page }: { page: PilotPage }) {
  const { t, say } = useLanguage();
  return (
    <ShareChart
      title={say(contactFormsFinding(page))}
      dek={t('pilot.contactForms.dek')}
      rowHead={t('pilot.contactForms.form')}
      columns={[t('pilot.share')]}
      rows={page.youthContactForms.map(({ form, share }) => ({
        id: form,
        label: t(`contactForm.${form}`),
        figures: [share],
      }))}
      highlighted={extreme(page.youthContactForms, ({ share }) => share, 'highest')?.row.form}
      source={t('pilot.childContact.source')}
    />
  );
}
