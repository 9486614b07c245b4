import { determinedUnknowns } from './determined.js';
import { pinnedCells } from './feasible.js';
import { type Basis, disclosureLimits, type DisclosureLimits, type Hidden, hiddenFor } from './limits.js';

/**
 * A cell of a table: unit × period × group. `population` names whom it is about where other cells are about the same people (the
 * months of one service); without it a cell's people are its own. `answers` is set where a person can count more than once.
 * `published` is a cell that readers have already, and that cannot be hidden any more.
 */
export interface TableCell extends Basis {
  id: string;
  population?: string;
  answers?: number;
  published?: 'shown';
}

/** That one cell is the sum of others: over services, regions, periods, or the two sides of a share. */
export interface Sum {
  total: string;
  parts: readonly string[];
}

interface Row {
  total: TableCell;
  parts: TableCell[];
  cells: TableCell[];
}

/**
 * Chooses which cells of a table are hidden, and why: `few` those that rest on too few, `protects` those from which a hidden one
 * could be worked out. What readers then see:
 * - linear algebra over all sums determines no hidden cell (exact, by elimination modulo a prime);
 * - no sum of hidden cells that follows from one relation or one row of the elimination rests itself on too few;
 * - knowing the reasons, the sums and that counts are whole and not negative, bounds that follow from sum to sum leave every
 *   hidden count more than one value. (What only several sums taken together would bound is not sought.)
 * Not protected: cells about nobody, which are shown as such, and what follows from a cell that is `published` already.
 * Of what can be hidden, that is taken which endangers the fewest other sums, then the smallest; a total only where no part is left.
 * Throws where a sum names a cell that is not there.
 */
export function suppress(cells: readonly TableCell[], sums: readonly Sum[], limits: DisclosureLimits = disclosureLimits): Map<string, Hidden> {
  return new Suppression(cells, sums, limits).run();
}

class Suppression {
  private readonly hidden = new Map<string, Hidden>();
  private readonly rows: Row[];
  private readonly rowsOf = new Map<string, Row[]>();

  constructor(
    private readonly cells: readonly TableCell[],
    sums: readonly Sum[],
    private readonly limits: DisclosureLimits,
  ) {
    const byId = new Map(cells.map((cell) => [cell.id, cell]));
    const find = (id: string) => {
      const cell = byId.get(id);
      if (!cell) throw new Error(`A sum names the cell ${id}, which is not in the table`);
      return cell;
    };
    this.rows = sums.map(({ total, parts }) => {
      const row = { total: find(total), parts: parts.map(find) };
      return { ...row, cells: [row.total, ...row.parts].filter(({ people }) => people > 0) };
    });
    for (const cell of cells) this.rowsOf.set(cell.id, []);
    for (const row of this.rows) for (const { id } of row.cells) this.rowsOf.get(id)!.push(row);
  }

  run(): Map<string, Hidden> {
    for (const cell of this.cells) this.hidden.set(cell.id, cell.published ? null : hiddenFor(cell, this.limits));
    for (;;) {
      while (this.protectWithinRows());
      const endangered = this.endangered();
      // One for all that share a sum: the next look tells whether more is needed.
      const touched = new Set<Row>();
      for (const cells of endangered) {
        const rows = cells.flatMap(({ id }) => this.rowsOf.get(id)!);
        if (rows.some((row) => touched.has(row)) || !this.hideOneNear(cells)) continue;
        for (const row of rows) touched.add(row);
      }
      if (!touched.size) return this.hidden;
    }
  }

  /** The cheap part: a sum with one hidden cell, or whose hidden parts are together too few. Says whether it hid something. */
  private protectWithinRows(): boolean {
    let changed = false;
    for (const row of this.rows) {
      while (this.isUnsafe(row)) {
        if (!this.hideOneOf([row])) break;
        changed = true;
      }
    }
    return changed;
  }

  private isUnsafe({ total, parts, cells }: Row): boolean {
    const hidden = cells.filter((cell) => this.isHidden(cell));
    if (hidden.length === 1) return true;
    if (!hidden.length || this.isHidden(total)) return false;
    return this.areTooFew(parts.filter((part) => this.isHidden(part)));
  }

  /** Groups of hidden cells of which something can be worked out through several sums. */
  private endangered(): TableCell[][] {
    const equations = this.rows.map(({ total, parts }) => {
      const coefficients = new Map<TableCell, number>();
      const add = (cell: TableCell, by: number) => {
        if (this.isHidden(cell)) coefficients.set(cell, (coefficients.get(cell) ?? 0) + by);
      };
      add(total, -1);
      for (const part of parts) add(part, 1);
      return coefficients;
    });
    const { determined, combinations } = determinedUnknowns(equations.filter(({ size }) => size > 0));
    const few = combinations.filter((cells) => this.areTooFew(cells));
    const pinned = pinnedCells(this.rows, this.hidden, this.limits);
    return [...determined.map((cell) => [cell]), ...few, ...pinned.map((cell) => [cell])];
  }

  /** Whether cells taken together rest on too few: people of one population are counted once. */
  private areTooFew(cells: TableCell[]): boolean {
    const people = new Map<string, number>();
    for (const { id, population = id, people: count } of cells) people.set(population, Math.max(people.get(population) ?? 0, count));
    const national = cells.every((cell) => cell.national);
    const shares = cells.every(({ share }) => share) && {
      part: cells.reduce((sum, { share }) => sum + share!.part, 0),
      whole: cells.reduce((sum, { share }) => sum + share!.whole, 0),
    };
    const together = [...people.values()].reduce((sum, count) => sum + count, 0);
    return hiddenFor({ people: together, national, ...(shares && { share: shares }) }, this.limits) !== null;
  }

  /** Hides a cell in a sum of one of the cells; where nothing is left there, in the sums that these touch, and so on. */
  private hideOneNear(cells: TableCell[]): boolean {
    const seen = new Set<Row>();
    let near = cells.flatMap(({ id }) => this.rowsOf.get(id)!);
    while (near.length) {
      if (this.hideOneOf(near)) return true;
      for (const row of near) seen.add(row);
      const touched = new Set(near.flatMap((row) => row.cells.flatMap(({ id }) => this.rowsOf.get(id)!)));
      near = [...touched].filter((row) => !seen.has(row));
    }
    return false;
  }

  private hideOneOf(rows: Row[]): boolean {
    const free = (cell: TableCell) => cell.people > 0 && !cell.published && !this.isHidden(cell);
    const parts = rows.flatMap((row) => row.parts.filter(free));
    const candidates = parts.length ? parts : rows.map(({ total }) => total).filter(free);
    const endangers = (cell: TableCell) =>
      this.rowsOf.get(cell.id)!.filter((row) => !row.cells.some((other) => this.isHidden(other))).length;
    let best: { cell: TableCell; cost: number } | undefined;
    for (const cell of candidates) {
      const cost = endangers(cell);
      if (!best || cost < best.cost || (cost === best.cost && cell.people < best.cell.people)) best = { cell, cost };
    }
    if (best) this.hidden.set(best.cell.id, 'protects');
    return best !== undefined;
  }

  private isHidden = ({ id }: TableCell): boolean => this.hidden.get(id) !== null;
}
