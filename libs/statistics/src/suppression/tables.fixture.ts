import fc from 'fast-check';
import type { Sum, TableCell } from './suppress.js';

/** The two sides of an answer, by region, service and month. */
export interface SmallNation {
  regions: { yes: number; no: number }[][][];
  /** Whether the sides are cells of their own beside their sum. */
  sides: boolean;
}

const nationOf = (count: fc.Arbitrary<number>) =>
  fc.record({ months: fc.integer({ min: 1, max: 3 }), regions: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), sides: fc.boolean() })
    .chain(({ months, regions, sides }) =>
      fc.record({
        sides: fc.constant(sides),
        regions: fc.tuple(...regions.map((services) =>
          fc.array(fc.array(fc.record({ yes: count, no: count }), { minLength: months, maxLength: months }), { minLength: services, maxLength: services }),
        )),
      }),
    ) as fc.Arbitrary<SmallNation>;

/** Most cells small: many are hidden. */
export const fewAnswerTable = nationOf(fc.nat(4));
/** Small and large cells mixed. */
export const nationalTable = nationOf(fc.oneof(fc.constant(0), fc.nat(6), fc.nat(80)));

/** The whole table: services, regions and nation, months and year, and the sides where wanted; with all sums between them. */
export function tableOf({ regions, sides }: SmallNation): { cells: TableCell[]; sums: Sum[] } {
  const months = regions[0]![0]!.length;
  const periods = [...Array.from({ length: months }, (_, month) => `m${month}`), 'year'];
  const groups = sides ? ['all', 'yes', 'no'] : ['all'];
  const units = ['nation', ...regions.map((_, region) => `r${region}`), ...regions.flatMap((services, region) => services.map((_, service) => `r${region}s${service}`))];
  const count = (unit: string, period: string, group: string): number => {
    const inUnit = regions.flatMap((services, region) =>
      services.flatMap((byMonth, service) => (unit === 'nation' || unit === `r${region}` || unit === `r${region}s${service}` ? [byMonth] : [])),
    );
    const inPeriod = inUnit.flatMap((byMonth) => byMonth.filter((_, month) => period === 'year' || period === `m${month}`));
    return inPeriod.reduce((sum, { yes, no }) => sum + (group === 'no' ? 0 : yes) + (group === 'yes' ? 0 : no), 0);
  };
  const id = (unit: string, period: string, group: string) => `${unit} ${period} ${group}`;
  const cells = units.flatMap((unit) => periods.flatMap((period) => groups.map((group) => ({ id: id(unit, period, group), people: count(unit, period, group) }))));
  const each = (unit: string, over: (period: string, group: string) => Sum | undefined): Sum[] =>
    periods.flatMap((period) => groups.flatMap((group) => over(period, group) ?? []));
  const sums = [
    ...each('nation', (period, group) => ({ total: id('nation', period, group), parts: regions.map((_, region) => id(`r${region}`, period, group)) })),
    ...regions.flatMap((services, region) =>
      each(`r${region}`, (period, group) => ({ total: id(`r${region}`, period, group), parts: services.map((_, service) => id(`r${region}s${service}`, period, group)) })),
    ),
    ...units.flatMap((unit) => groups.map((group) => ({ total: id(unit, 'year', group), parts: periods.slice(0, -1).map((month) => id(unit, month, group)) }))),
    ...(sides ? units.flatMap((unit) => periods.map((period) => ({ total: id(unit, period, 'all'), parts: [id(unit, period, 'yes'), id(unit, period, 'no')] }))) : []),
  ];
  return { cells, sums };
}
