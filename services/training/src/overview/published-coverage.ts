import { type Hidden, type Sum, suppress, type TableCell } from '@riggen/statistics';

/** A unit's people at the end of a month: places of work, of which people can have more than one, and the people themselves. */
export interface CountedUnit {
  level: 'nation' | 'region' | 'service';
  unit: string;
  region: string | null;
  employed: number;
  trained: number;
  people: number;
  trainedPeople: number;
}

export interface CountedProgramme {
  programmeId: string;
  units: CountedUnit[];
}

export interface CoverageCell extends Pick<CountedUnit, 'level' | 'unit' | 'region'> {
  programmeId: string;
  employed: number | null;
  trained: number | null;
  hidden: Hidden;
}

/** What is published of coverage in all programmes, after disclosure control over services, regions, nation and the two sides. */
export function publishedCells(programmes: readonly CountedProgramme[]): CoverageCell[] {
  const { cells, sums, idsOf } = coverageTable(programmes);
  const hidden = suppress(cells, sums);
  return programmes.flatMap((programme) =>
    programme.units.map((unit) => {
      const ids = idsOf(programme, unit);
      const shown = (id: string, count: number) => (hidden.get(id) ? null : count);
      return {
        ...{ level: unit.level, unit: unit.unit, region: unit.region, programmeId: programme.programmeId },
        ...{ employed: shown(ids.employed, unit.employed), trained: shown(ids.trained, unit.trained) },
        hidden: hidden.get(ids.trained) ?? hidden.get(ids.employed) ?? null,
      };
    }),
  );
}

/**
 * The table behind the cells: employed, trained and untrained by unit, with their sums. Programmes for the same people share the
 * cells of those employed, as whoever sees one sees the other.
 */
export function coverageTable(programmes: readonly CountedProgramme[]): {
  cells: TableCell[];
  sums: Sum[];
  idsOf(programme: CountedProgramme, unit: CountedUnit): { employed: string; trained: string; untrained: string };
} {
  const employedKey = new Map<string, string>();
  const shared = new Map(
    programmes.map(({ programmeId, units }) => {
      const counts = JSON.stringify(units.map(({ unit, employed }) => [unit, employed]));
      if (!employedKey.has(counts)) employedKey.set(counts, programmeId);
      return [programmeId, employedKey.get(counts)!];
    }),
  );
  const id = (side: string, programmeId: string, { level, unit }: Pick<CountedUnit, 'level' | 'unit'>) => `${side} ${programmeId} ${level} ${unit}`;
  const idsOf = ({ programmeId }: Pick<CountedProgramme, 'programmeId'>, unit: CountedUnit) => ({
    employed: id('employed', shared.get(programmeId)!, unit),
    trained: id('trained', programmeId, unit),
    untrained: id('untrained', programmeId, unit),
  });
  const cells = new Map<string, TableCell>();
  const sums: Sum[] = [];
  const add = (cellId: string, count: number, people: number) =>
    cells.set(cellId, { id: cellId, people, ...(count !== people && { answers: count }) });
  for (const programme of programmes) {
    for (const unit of programme.units) {
      const ids = idsOf(programme, unit);
      add(ids.employed, unit.employed, unit.people);
      add(ids.trained, unit.trained, unit.trainedPeople);
      add(ids.untrained, unit.employed - unit.trained, Math.min(unit.employed - unit.trained, unit.people));
      sums.push({ total: ids.employed, parts: [ids.trained, ids.untrained] });
    }
    for (const total of programme.units.filter(({ level }) => level !== 'service')) {
      const parts = programme.units.filter(({ level, region }) => (total.level === 'nation' ? level === 'region' : level === 'service' && region === total.region));
      for (const side of ['employed', 'trained', 'untrained'] as const) {
        sums.push({ total: idsOf(programme, total)[side], parts: parts.map((part) => idsOf(programme, part)[side]) });
      }
    }
  }
  return { cells: [...cells.values()], sums, idsOf };
}
