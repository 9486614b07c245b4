import { countNotShown } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import { BarRows, type BarRowData } from './BarRows.js';
import { Finding } from './Section.js';
import { ShareTable } from './ShareTable.js';
import { ShowAsTable } from './ShowAsTable.js';
import { SourceLine } from './SourceLine.js';

interface ShareChartProps {
  title: string;
  dek: string;
  rowHead: string;
  columns: readonly string[];
  rows: readonly BarRowData[];
  highlighted?: string;
  source: string;
}

/** A finding about shares: bars, what they rest on, and the table. */
export function ShareChart({ title, dek, rowHead, columns, rows, highlighted, source }: ShareChartProps) {
  const { t } = useLanguage();
  const notShown = countNotShown(rows.flatMap(({ figures }) => figures));
  return (
    <Finding title={title} dek={dek}>
      <BarRows rowHead={rowHead} columns={columns} rows={rows} highlighted={highlighted} />
      <SourceLine>
        {source} {notShown > 0 && t('figure.notShown', { count: notShown })}
      </SourceLine>
      <ShowAsTable>
        <ShareTable caption={title} rowHead={rowHead} columns={columns} rows={rows} />
      </ShowAsTable>
    </Finding>
  );
}
