import type { DisclosureLimits, Hidden } from './limits.js';
import type { TableCell } from './suppress.js';

interface Bounds {
  low: number;
  high: number;
}

/** How often bounds are passed from sum to sum; they settle after a few rounds. */
const rounds = 30;

const countOf = ({ answers, people }: TableCell): number => answers ?? people;

/**
 * Hidden cells whose count a reader can pin down who knows the sums and the reasons, and that counts are whole: bounds are passed
 * from sum to sum until nothing changes. Gives those whose bounds meet.
 */
export function pinnedCells(
  rows: readonly { total: TableCell; parts: readonly TableCell[] }[],
  hidden: ReadonlyMap<string, Hidden>,
  limits: DisclosureLimits,
): TableCell[] {
  const bounds = new Map<TableCell, Bounds>();
  for (const { total, parts } of rows) for (const cell of [total, ...parts]) bounds.set(cell, boundsKnown(cell, hidden.get(cell.id)!, limits));
  const tighten = (cell: TableCell, low: number, high: number): boolean => {
    const known = bounds.get(cell)!;
    if (low <= known.low && high >= known.high) return false;
    bounds.set(cell, { low: Math.max(known.low, low), high: Math.min(known.high, high) });
    return true;
  };
  const isHidden = ({ id }: TableCell) => hidden.get(id) !== null;
  const withHidden = rows.filter(({ total, parts }) => isHidden(total) || parts.some(isHidden));
  for (let round = 0, changed = true; changed && round < rounds; round += 1) {
    changed = false;
    for (const { total, parts } of withHidden) {
      const all = parts.map((part) => bounds.get(part)!);
      const low = all.reduce((sum, part) => sum + part.low, 0);
      const finite = all.reduce((sum, part) => sum + (Number.isFinite(part.high) ? part.high : 0), 0);
      const open = all.filter((part) => !Number.isFinite(part.high)).length;
      changed = tighten(total, low, open ? Infinity : finite) || changed;
      const whole = bounds.get(total)!;
      for (const [index, part] of parts.entries()) {
        const own = all[index]!;
        if (own.low === own.high) continue;
        const openOthers = open - (Number.isFinite(own.high) ? 0 : 1);
        const othersHigh = openOthers ? Infinity : finite - (Number.isFinite(own.high) ? own.high : 0);
        changed = tighten(part, whole.low - othersHigh, whole.high - (low - own.low)) || changed;
      }
    }
  }
  return [...bounds].filter(([cell, { low, high }]) => isHidden(cell) && low >= high).map(([cell]) => cell);
}

/** What the reason tells of a count. A share can be hidden for its numerator: then only that somebody is there is known. */
function boundsKnown(cell: TableCell, reason: Hidden, { fewestPeople }: DisclosureLimits): Bounds {
  if (!reason) return { low: countOf(cell), high: countOf(cell) };
  if (reason === 'protects') return { low: fewestPeople, high: Infinity };
  return { low: 1, high: cell.answers === undefined && !cell.share ? fewestPeople - 1 : Infinity };
}
