import type { ScaleWindow } from '../figures/scale-window.js';
import { ticksOf } from '../figures/scale-window.js';
import { isShown, type PublishedFigure } from '../figures/published-figure.js';
import { Drawing } from './Drawing.js';
import { SideShape, type Side } from './SideShape.js';

/** Room at both ends for half a mark or half a tick label. */
const inset = 10;
const dotHeight = 28;
const axisHeight = 18;

const positionIn = ([low, high]: ScaleWindow, width: number) => (value: number) =>
  inset + ((value - low) / (high - low)) * (width - 2 * inset);

interface DotPlotProps {
  window: ScaleWindow;
  label: string;
  first: PublishedFigure;
  second: PublishedFigure;
  sides: readonly [Side, Side];
  highlighted: boolean;
}

/** Two means on a line, and the gap between them. */
export function DotPlot({ window, label, first, second, sides, highlighted }: DotPlotProps) {
  const y = dotHeight / 2;
  return (
    <Drawing height={dotHeight} label={label}>
      {(width) => {
        const x = positionIn(window, width);
        return (
          <>
            <line className="scale-line" x1={x(window[0])} x2={x(window[1])} y1={y} y2={y} />
            {isShown(first) && isShown(second) && (
              <line
                className={highlighted ? 'gap-line gap-line-widest' : 'gap-line'}
                x1={x(first.value)}
                x2={x(second.value)}
                y1={y}
                y2={y}
              />
            )}
            {isShown(second) && <SideShape side={sides[1]} x={x(second.value)} y={y} />}
            {isShown(first) && <SideShape side={sides[0]} x={x(first.value)} y={y} />}
          </>
        );
      }}
    </Drawing>
  );
}

export function DotAxis({ window }: { window: ScaleWindow }) {
  return (
    <Drawing height={axisHeight}>
      {(width) =>
        ticksOf(window).map((tick) => (
          <text key={tick} className="tick" x={positionIn(window, width)(tick)} y={13} textAnchor="middle">
            {tick}
          </text>
        ))
      }
    </Drawing>
  );
}
