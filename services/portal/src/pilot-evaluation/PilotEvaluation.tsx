import { ErrorNotice } from '../components/ErrorNotice.js';
import { Page } from '../components/Page.js';
import { useLanguage } from '../language/useLanguage.js';
import { isEmpty } from './empty.js';
import { headline } from './headline.js';
import { PilotContent } from './PilotContent.js';
import { PilotEmpty } from './PilotEmpty.js';
import { PilotSkeleton } from './PilotSkeleton.js';
import type { PilotPage } from './pilot-page.js';
import { usePilotPage } from './usePilotPage.js';

export function PilotEvaluation() {
  const { t } = useLanguage();
  const { data, error, refetch } = usePilotPage();
  const title = t('pilot.title');
  const context = <span>{t('pilot.context')}</span>;
  if (data) return isEmpty(data) ? <PilotEmpty page={data} /> : <PilotEvaluationPage page={data} />;
  if (error) {
    return (
      <Page title={title} context={context} headline={[title]}>
        <ErrorNotice error={error} retry={() => void refetch()} />
      </Page>
    );
  }
  return <PilotSkeleton />;
}

function PilotEvaluationPage({ page }: { page: PilotPage }) {
  const { t, say, format } = useLanguage();
  const [first, rest] = headline(page);
  const starts = page.gatherings.map(({ startsOn }) => startsOn).sort();
  const ends = page.gatherings.map(({ endsOn }) => endsOn).sort();
  const [from, to] = [starts[0], ends.at(-1)];
  return (
    <Page
      title={t('pilot.title')}
      markings={page.markings}
      context={<span>{t('pilot.context')}</span>}
      period={from && to && t('pilot.gatheringsFrom', { range: format.monthRange(from, to) })}
      headline={[say(first), rest && say(rest)]}
    >
      <PilotContent page={page} />
    </Page>
  );
}
