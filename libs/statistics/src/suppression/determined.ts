/** The largest prime below 2^26: products of two residues are exact in floating point. */
const prime = 67_108_859;

/** Unknowns with their coefficients: small whole numbers, none of them zero. */
export type Equation<Unknown> = ReadonlyMap<Unknown, number>;

type Row<Unknown> = Map<Unknown, number>;

/**
 * What a system of linear equations with known right-hand sides says of its unknowns, by Gauss-Jordan elimination. `determined`:
 * those with one possible value, which are those that stand alone in a reduced row. `combinations`: groups of unknowns whose sum
 * is a reduced row. Works modulo a prime of 26 bits, which differs from the rationals only where that prime divides a minor;
 * those of sums over levels and periods are far smaller.
 */
export function determinedUnknowns<Unknown>(equations: readonly Equation<Unknown>[]): { determined: Unknown[]; combinations: Unknown[][] } {
  const determined: Unknown[] = [];
  const combinations: Unknown[][] = [];
  for (const row of reducedRows(equations)) {
    if (row.size === 1) determined.push(...row.keys());
    else if ([...row.values()].every((coefficient) => coefficient === 1)) combinations.push([...row.keys()]);
  }
  return { determined, combinations };
}

/** The rows of a reduced form, in each of which one unknown has the coefficient one and stands in no other row. */
function reducedRows<Unknown>(equations: readonly Equation<Unknown>[]): Row<Unknown>[] {
  const rows = equations.map((equation) => new Map(equation));
  const users = new Map<Unknown, Set<Row<Unknown>>>();
  for (const row of rows) for (const unknown of row.keys()) users.set(unknown, (users.get(unknown) ?? new Set()).add(row));
  const left = new Set(rows);
  const reduced: Row<Unknown>[] = [];
  for (;;) {
    const next = leastUsed(left, users);
    if (!next) return reduced;
    const { row, unknown } = next;
    left.delete(row);
    reduced.push(row);
    const factor = inverse(row.get(unknown)!);
    for (const [other, coefficient] of row) row.set(other, residue(coefficient * factor));
    for (const other of [...users.get(unknown)!]) if (other !== row) subtract(other, row, other.get(unknown)!, users);
  }
}

/** The next unknown to eliminate: that which the fewest rows have, so that rows stay short. */
function leastUsed<Unknown>(left: Set<Row<Unknown>>, users: Map<Unknown, Set<Row<Unknown>>>): { row: Row<Unknown>; unknown: Unknown } | undefined {
  let best: { row: Row<Unknown>; unknown: Unknown; uses: number } | undefined;
  for (const row of left) {
    for (const unknown of row.keys()) {
      const uses = users.get(unknown)!.size;
      if (!best || uses < best.uses) best = { row, unknown, uses };
      if (uses === 1) return best;
    }
  }
  return best;
}

function subtract<Unknown>(row: Row<Unknown>, pivot: Row<Unknown>, factor: number, users: Map<Unknown, Set<Row<Unknown>>>): void {
  for (const [unknown, coefficient] of pivot) {
    const value = residue((row.get(unknown) ?? 0) - factor * coefficient);
    if (value) {
      row.set(unknown, value);
      users.get(unknown)!.add(row);
    } else if (row.delete(unknown)) users.get(unknown)!.delete(row);
  }
}

/** The residue of least size: coefficients of sums stay 0, 1 and -1 nearly always. */
function residue(value: number): number {
  if (value > -1_000 && value < 1_000) return value;
  const rest = value % prime;
  return rest > prime / 2 ? rest - prime : rest < -prime / 2 ? rest + prime : rest;
}

/** The inverse modulo the prime, by Fermat's little theorem. */
function inverse(value: number): number {
  if (value === 1 || value === -1) return value;
  let result = 1;
  let base = residue(value);
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2) result = residue(result * base);
    base = residue(base * base);
  }
  return result;
}
