import { gapOf } from '../figures/comparison.js';
import { useLanguage } from '../language/useLanguage.js';
import type { DotSide, LabelledRow } from './DotRows.js';
import { FigureTable } from './FigureTable.js';
import { useFigureText } from './useFigureText.js';

interface ComparisonTableProps {
  caption: string;
  rowHead: string;
  rows: readonly LabelledRow[];
  sides: readonly [DotSide, DotSide];
}

/** The figures of dot rows as a table. */
export function ComparisonTable({ caption, rowHead, rows, sides }: ComparisonTableProps) {
  const { t, format } = useLanguage();
  const { bareN } = useFigureText();
  const columns = sides.flatMap(({ side, name }) => [
    { id: side, head: name, numeric: true },
    { id: `${side}-n`, head: 'n', numeric: true },
  ]);
  const difference = t('chart.difference');
  return (
    <FigureTable
      caption={caption}
      rowHead={rowHead}
      columns={[...columns, { id: 'difference', head: difference, numeric: true }]}
      rows={rows.map((row) => {
        const gap = gapOf(row);
        return {
          id: row.id,
          head: row.label,
          cells: [
            { figure: row.first, format: format.mean },
            bareN(row.first),
            { figure: row.second, format: format.mean },
            bareN(row.second),
            gap ? format.difference(gap.difference) : '–',
          ],
        };
      })}
    />
  );
}
