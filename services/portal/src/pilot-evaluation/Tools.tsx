import { ShareChart } from '../components/ShareChart.js';
import { useLanguage } from '../language/useLanguage.js';
import { toolsFinding, toolsUsefulness } from './findings.js';
import type { PilotPage, ToolRow } from './pilot-page.js';

/** The most used first; those that are not shown last. */
const byUse = (a: ToolRow, b: ToolRow) => (b.used.value ?? -1) - (a.used.value ?? -1);

export function Tools({ page }: { page: PilotPage }) {
  const { t, say } = useLanguage();
  const usefulness = toolsUsefulness(page);
  const rows = [...page.tools].sort(byUse).map(({ tool, used, usefulOfUsed }) => ({
    id: tool,
    label: t(`tool.${tool}`),
    figures: [used, usefulOfUsed],
  }));
  return (
    <ShareChart
      title={say(toolsFinding(page))}
      dek={`${t('pilot.tools.dek')} ${usefulness ? say(usefulness) : ''}`}
      rowHead={t('pilot.tools.tool')}
      columns={[t('pilot.tools.used'), t('pilot.tools.useful')]}
      rows={rows}
      highlighted={rows[0]?.id}
      source={t('pilot.tools.source')}
    />
  );
}
