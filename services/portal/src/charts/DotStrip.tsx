import { useMeasuredWidth } from '../components/useMeasuredWidth.js';

interface DotStripProps {
  /** One number a dot. */
  values: readonly number[];
  /** Null where the plan sets no end. */
  plan: number | null;
  /** The largest number on the axis; what lies beyond stands at the end. */
  most: number;
  /** The figures in words. */
  label: string;
  planLabel: string;
  /** More than half over plan: the dots past it take the signal colour. */
  isSignal: boolean;
}

const step = 9;
const room = 18;

/** Each dot is one service; dots of the same place stand on each other. Those right of the line have passed the plan. */
export function DotStrip({ values, plan, most, label, planLabel, isSignal }: DotStripProps) {
  const { ref, width } = useMeasuredWidth<HTMLDivElement>();
  const columns = Math.max(8, Math.floor(width / step));
  const columnOf = (value: number) => Math.min(columns - 1, Math.floor((Math.min(value, most) / most) * columns));
  const stacks = new Map<number, { isLate: boolean }[]>();
  for (const value of [...values].sort((a, b) => a - b)) {
    const column = columnOf(value);
    stacks.set(column, [...(stacks.get(column) ?? []), { isLate: plan !== null && value > plan }]);
  }
  const height = Math.max(2, ...[...stacks.values()].map(({ length }) => length)) * step + room;
  const planAt = plan === null ? undefined : (plan / most) * width;
  const isRight = planAt !== undefined && planAt > width * 0.7;
  return (
    <div ref={ref}>
      <svg role="img" aria-label={label} width={width} height={height} className="dot-strip">
        {[...stacks].flatMap(([column, dots]) =>
          dots.map(({ isLate }, level) => (
            <circle
              key={`${column} ${level}`}
              className={isLate ? (isSignal ? 'dot-signal' : 'dot-late') : 'dot-within'}
              cx={column * step + step / 2}
              cy={height - 5 - level * step}
              r="3.5"
            />
          )),
        )}
        <line className="base" x1="0" x2={width} y1={height - 0.5} y2={height - 0.5} />
        {planAt !== undefined && (
          <>
            <line className="plan-line" x1={planAt} x2={planAt} y1="4" y2={height} />
            <text x={isRight ? planAt - 5 : planAt + 5} y="12" textAnchor={isRight ? 'end' : 'start'}>
              {planLabel}
            </text>
          </>
        )}
      </svg>
    </div>
  );
}
