import { clearDifference, compareSides, gapOf, type ComparedRow } from '../figures/comparison.js';
import type { PublishedFigure } from '../figures/published-figure.js';
import type { ScaleWindow } from '../figures/scale-window.js';
import { withoutSoftHyphens } from '../language/soft-hyphens.js';
import { useLanguage } from '../language/useLanguage.js';
import { DotAxis, DotPlot } from './DotPlot.js';
import { FigureValue } from './FigureValue.js';
import { ShapeKey, type Side } from './SideShape.js';
import { SuppressionNote, useOpenReason } from './Suppressed.js';
import { useFigureText } from './useFigureText.js';

export interface DotSide {
  side: Side;
  name: string;
}

export interface LabelledRow extends ComparedRow {
  label: string;
}

interface DotRowsProps {
  rowHead: string;
  rows: readonly LabelledRow[];
  sides: readonly [DotSide, DotSide];
  window: ScaleWindow;
}

/** What two sides say about the same things, row by row; the widest clear gap stands out. */
export function DotRows({ rowHead, rows, sides, window }: DotRowsProps) {
  const { t } = useLanguage();
  const comparison = compareSides(rows);
  const widest =
    'widest' in comparison && Math.abs(comparison.widest.difference) >= clearDifference ? comparison.widest.id : undefined;
  return (
    <div className="dot-rows">
      <div className="dot-row dot-row-head" aria-hidden="true">
        <span className="dot-row-label">{rowHead}</span>
        <DotAxis window={window} />
        {sides.map(({ side, name }) => (
          <span key={side} className="dot-row-side">
            <ShapeKey side={side} /> {name}
          </span>
        ))}
        <span className="dot-row-gap">{t('chart.difference')}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <DotRow key={row.id} row={row} sides={sides} window={window} highlighted={row.id === widest} />
        ))}
      </ul>
    </div>
  );
}

interface DotRowProps {
  row: LabelledRow;
  sides: readonly [DotSide, DotSide];
  window: ScaleWindow;
  highlighted: boolean;
}

function DotRow({ row, sides, window, highlighted }: DotRowProps) {
  const { t, format } = useLanguage();
  const { withN } = useFigureText();
  const open = useOpenReason();
  const gap = gapOf(row);
  const figures = [row.first, row.second] as const;
  const parts = sides.map(({ name }, index) =>
    t('chart.part', { name: withoutSoftHyphens(name), figure: withN(figures[index] ?? row.first, format.mean) }),
  );
  if (gap) parts.push(t('chart.part', { name: t('chart.difference'), figure: format.difference(gap.difference) }));
  return (
    <li className={highlighted ? 'dot-row dot-row-widest' : 'dot-row'}>
      <span className="dot-row-label">{row.label}</span>
      <DotPlot
        window={window}
        label={t('chart.rowLabel', { row: row.label, parts: parts.join(', ') })}
        first={row.first}
        second={row.second}
        sides={[sides[0].side, sides[1].side]}
        highlighted={highlighted}
      />
      {sides.map(({ side, name }, index) => (
        <SideFigure key={side} figure={figures[index] ?? row.first} name={`${row.label}, ${withoutSoftHyphens(name)}`} side={side} open={open} />
      ))}
      <span className="dot-row-gap" aria-hidden="true">
        {gap ? format.difference(gap.difference) : '–'}
        {highlighted && <small>{t('chart.largest')}</small>}
      </span>
      <SuppressionNote open={open} />
    </li>
  );
}

interface SideFigureProps {
  figure: PublishedFigure;
  name: string;
  side: Side;
  open: ReturnType<typeof useOpenReason>;
}

function SideFigure({ figure, name, side, open }: SideFigureProps) {
  const { format } = useLanguage();
  const { n } = useFigureText();
  // The drawing's label has said the figure already; a hidden one is a button and stays.
  return (
    <span className="dot-row-side" aria-hidden={figure.hidden === null}>
      <ShapeKey side={side} />
      <span>
        <FigureValue figure={figure} name={name} format={format.mean} open={open} />
        <small>{n(figure)}</small>
      </span>
    </span>
  );
}
