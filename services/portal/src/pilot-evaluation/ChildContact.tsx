import { ShareChart } from '../components/ShareChart.js';
import { useLanguage } from '../language/useLanguage.js';
import { childContactFinding } from './findings.js';
import type { PilotPage } from './pilot-page.js';

const questions = ['noContactWithChild', 'childCouldInfluence', 'familyGuidanceUsed'] as const;

export function ChildContact({ page }: { page: PilotPage }) {
  const { t, say } = useLanguage();
  return (
    <ShareChart
      title={say(childContactFinding(page))}
      dek={t('pilot.childContact.dek')}
      rowHead={t('pilot.childContact.question')}
      columns={[t('pilot.share')]}
      rows={questions.map((question) => ({
        id: question,
        label: t(`pilot.childContact.${question}`),
        figures: [page.childContact[question]],
      }))}
      highlighted="noContactWithChild"
      source={t('pilot.childContact.source')}
    />
  );
}
