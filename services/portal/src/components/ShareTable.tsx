import { useLanguage } from '../language/useLanguage.js';
import type { BarRowData } from './BarRows.js';
import { FigureTable } from './FigureTable.js';
import { useFigureText } from './useFigureText.js';

interface ShareTableProps {
  caption: string;
  rowHead: string;
  columns: readonly string[];
  rows: readonly BarRowData[];
}

/** The figures of bar rows as a table. */
export function ShareTable({ caption, rowHead, columns, rows }: ShareTableProps) {
  const { format } = useLanguage();
  const { bareN } = useFigureText();
  return (
    <FigureTable
      caption={caption}
      rowHead={rowHead}
      columns={columns.flatMap((column) => [
        { id: column, head: column, numeric: true },
        { id: `${column}-n`, head: 'n', numeric: true },
      ])}
      rows={rows.map((row) => ({
        id: row.id,
        head: row.label,
        cells: row.figures.flatMap((figure) => [{ figure, format: format.exactPercent }, bareN(figure)]),
      }))}
    />
  );
}
