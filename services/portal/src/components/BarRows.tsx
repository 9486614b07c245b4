import { isShown, type PublishedFigure } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';
import { Drawing } from './Drawing.js';
import { FigureValue } from './FigureValue.js';
import { SuppressionNote, useOpenReason } from './Suppressed.js';
import { useFigureText } from './useFigureText.js';

const barHeight = 16;

export interface BarRowData {
  id: string;
  label: string;
  /** One for each column. */
  figures: readonly PublishedFigure[];
}

interface BarRowsProps {
  rowHead: string;
  columns: readonly string[];
  rows: readonly BarRowData[];
  /** The row that the title is about. */
  highlighted?: string;
}

/** Shares as bars from zero, one or two to a row. */
export function BarRows({ rowHead, columns, rows, highlighted }: BarRowsProps) {
  return (
    <div className={`bar-rows bar-rows-${columns.length}`}>
      <div className="bar-row bar-row-head" aria-hidden="true">
        <span className="bar-row-label">{rowHead}</span>
        {columns.map((column) => (
          <span key={column}>{column}</span>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <BarRow key={row.id} row={row} columns={columns} highlighted={row.id === highlighted} />
        ))}
      </ul>
    </div>
  );
}

function BarRow({ row, columns, highlighted }: { row: BarRowData; columns: readonly string[]; highlighted: boolean }) {
  const { t, format } = useLanguage();
  const { n, withN } = useFigureText();
  const open = useOpenReason();
  return (
    <li className={highlighted ? 'bar-row bar-row-highlighted' : 'bar-row'}>
      <span className="bar-row-label">{row.label}</span>
      {row.figures.map((figure, index) => {
        const column = columns[index] ?? '';
        const part = t('chart.part', { name: column, figure: withN(figure, format.percent) });
        return (
          <span key={column} className="bar-cell">
            {columns.length > 1 && (
              <span className="bar-cell-name" aria-hidden="true">
                {column}
              </span>
            )}
            <ShareBar figure={figure} label={t('chart.rowLabel', { row: row.label, parts: part })} />
            <span className="bar-value" aria-hidden={figure.hidden === null}>
              <FigureValue figure={figure} name={`${row.label}, ${column}`} format={format.percent} open={open} />
              <small>{n(figure)}</small>
            </span>
          </span>
        );
      })}
      <SuppressionNote open={open} />
    </li>
  );
}

/** One share on a line from 0 to 100. */
export function ShareBar({ figure, label }: { figure: PublishedFigure; label?: string }) {
  return (
    <Drawing height={barHeight} label={label}>
      {(width) => (
        <>
          <line className="bar-full" x1="0" x2={width} y1={barHeight - 0.5} y2={barHeight - 0.5} />
          {isShown(figure) && (
            <rect className="bar" x="0.5" y="0.5" width={Math.max(0, (figure.value / 100) * (width - 1))} height={barHeight - 1} />
          )}
        </>
      )}
    </Drawing>
  );
}
