import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explain, explainUnplaced } from './explain.js';
import { coveredFrom, forecastCoverage, nextSeason } from './forecast.js';
import { planByRule } from './greedy.js';
import { packInto } from './pack.js';
import { costOf, costOfWaiting, faultsOf, ownCohorts, type Plan, type PlanningInput, possibleStarts } from './plan-model.js';
import { solvePlan } from './solve.solver.js';

const rules = { cohortPlaces: 24, digitalTrainerDays: 6, physicalTrainerDays: 22 };
const seasonNames = ['2027-1', '2027-2', '2028-1'];

const service = fc.record({
  participants: fc.integer({ min: 1, max: 60 }),
  readiness: fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10),
  readyFrom: fc.option(fc.constantFrom(...seasonNames), { nil: undefined }),
  pinned: fc.option(fc.constantFrom(...seasonNames), { nil: undefined, freq: 6 }),
});
const inputs = (mostServices: number): fc.Arbitrary<PlanningInput> =>
  fc.record({
    services: fc
      .array(service, { minLength: 1, maxLength: mostServices })
      .map((services) => services.map((one, index) => ({ serviceId: `S${index}`, ...one }))),
    seasons: fc.tuple(...seasonNames.map((season) => fc.record({ season: fc.constant(season), trainerDays: fc.integer({ min: 0, max: 90 }) }))),
    rules: fc.constant(rules),
  });

/** The lowest cost by trying every combination of seasons: an account of its own, for a handful of services. */
function lowestCost(input: PlanningInput): number {
  const { services, seasons } = input;
  let lowest = Infinity;
  const tryFrom = (index: number, starts: (number | undefined)[]): void => {
    if (index < services.length) {
      for (const start of [undefined, ...possibleStarts(services[index]!, seasons)]) tryFrom(index + 1, [...starts, start]);
      return;
    }
    const cohorts = seasons.map((_, season) => cohortsNeeded(services.filter((_, one) => starts[one] === season)));
    const isHeld = seasons.every(({ trainerDays }, season) => cohorts[season]! * 6 + (cohorts[season - 1] ?? 0) * 22 <= trainerDays);
    const cost = services.reduce((sum, one, place) => sum + costOfWaiting(one) * (starts[place] ?? seasons.length), 0);
    if (isHeld) lowest = Math.min(lowest, cost);
  };
  const cohortsNeeded = (here: PlanningInput['services']): number => {
    const own = here.reduce((sum, one) => sum + ownCohorts(one, rules), 0);
    const shared = here.filter((one) => !ownCohorts(one, rules)).map(({ participants }) => participants);
    return own + Math.min(...Array.from({ length: shared.length + 1 }, (_, bins) => (canFit(shared, Array(bins).fill(24)) ? bins : Infinity)));
  };
  const canFit = ([first, ...rest]: number[], room: number[]): boolean =>
    first === undefined || room.some((left, bin) => left >= first && canFit(rest, room.with(bin, left - first)));
  tryFrom(0, []);
  return lowest;
}

describe('planning the waves of a region', () => {
  it('by rule gives a plan that keeps capacity, pins and readiness', () => {
    fc.assert(fc.property(inputs(25), (input) => expect(faultsOf(planByRule(input), input)).toEqual([])));
  });

  it('by solver gives a plan that keeps them too, never costs more than the rule, and is within one per cent of the best', async () => {
    await fc.assert(
      fc.asyncProperty(inputs(5), async (input) => {
        const { plan, cost, costByRule, isProvenBest } = await solvePlan(input, 60);
        expect(faultsOf(plan, input)).toEqual([]);
        expect(cost).toBeCloseTo(costOf(plan, input), 6);
        expect(cost).toBeLessThanOrEqual(costByRule);
        expect(isProvenBest).toBe(true);
        expect(cost).toBeLessThanOrEqual(lowestCost(input) * 1.01 + 1e-6);
        expect(cost).toBeGreaterThanOrEqual(lowestCost(input) - 1e-6);
      }),
      { numRuns: 12 },
    );
  }, 180_000);

  it('by solver finds what the rule misses: two that fill a cohort rather than one that wastes it', async () => {
    const input: PlanningInput = {
      rules,
      seasons: [{ season: '2027-1', trainerDays: 6 }, { season: '2027-2', trainerDays: 28 }],
      services: [
        { serviceId: 'ready', participants: 4, readiness: 1 },
        { serviceId: 'first', participants: 12, readiness: 0.9 },
        { serviceId: 'second', participants: 12, readiness: 0.9 },
      ],
    };
    const { plan, cost, costByRule } = await solvePlan(input, 60);
    expect(plan.placements.filter(({ season }) => season === '2027-1').map(({ serviceId }) => serviceId)).toEqual(['first', 'second']);
    expect(cost).toBeLessThan(costByRule);
  });

  it('explains what kept each service from beginning earlier, and with whom it is trained', () => {
    const input: PlanningInput = {
      rules,
      seasons: [{ season: '2027-1', trainerDays: 12 }, { season: '2027-2', trainerDays: 50 }],
      services: [
        { serviceId: 'a', participants: 10, readiness: 1 },
        { serviceId: 'b', participants: 10, readiness: 0.8 },
        { serviceId: 'large', participants: 40, readiness: 0.5 },
        { serviceId: 'late', participants: 8, readiness: 0, readyFrom: '2027-2' },
        { serviceId: 'decided', participants: 30, readiness: 0, pinned: '2027-2' },
      ],
    };
    const plan: Plan = {
      placements: [
        { serviceId: 'a', season: '2027-1', cohorts: [1] },
        { serviceId: 'b', season: '2027-1', cohorts: [1] },
        { serviceId: 'late', season: '2027-2', cohorts: [1] },
        { serviceId: 'decided', season: '2027-2', cohorts: [2, 3] },
      ],
      unplaced: ['large'],
    };
    const why = explain(plan, input);
    expect(why.get('a')).toEqual([{ code: 'first-season' }, { code: 'shares-cohort', services: ['b'] }]);
    expect(why.get('late')).toEqual([{ code: 'not-ready-before', season: '2027-2' }]);
    expect(why.get('decided')).toEqual([{ code: 'pinned' }, { code: 'own-cohorts', cohorts: 2 }]);
    expect(explainUnplaced('large', plan, input)).toEqual([
      { code: 'trainers-booked', season: '2027-1', booked: 6, available: 12 },
      { code: 'trainers-booked', season: '2027-2', booked: 40, available: 50 },
    ]);
  });

  it('packs small services into cohorts whenever that is possible', () => {
    expect(packInto([12, 11, 13, 12], 2, 24)).toBeDefined();
    expect(packInto([13, 13, 13], 2, 24)).toBeUndefined();
    expect(packInto([10, 8, 6, 9, 8, 7], 2, 24)).toEqual([0, 0, 0, 1, 1, 1]);
  });
});

describe('the forecast of coverage', () => {
  const services = [
    { staff: 30, begins: '2027-1' },
    { staff: 50, begins: '2027-2' },
    { staff: 20 },
  ];

  it('counts a service after its year, less those who came during the last year', () => {
    expect(forecastCoverage(services, ['2027-2', '2028-1', '2028-2'], { low: 0.1, high: 0.2 })).toEqual([
      { season: '2027-2', low: 0, high: 0 },
      { season: '2028-1', low: 0.3 * 0.8, high: 0.3 * 0.9 },
      { season: '2028-2', low: 0.8 * 0.8, high: 0.8 * 0.9 },
    ]);
  });

  it('says from when a target is reached, at best and at worst', () => {
    const forecast = forecastCoverage(services, ['2028-1', '2028-2'], { low: 0.1, high: 0.2 });
    expect(coveredFrom(forecast, 0.7)).toEqual({ earliest: '2028-2', latest: undefined });
  });

  it('goes from season to season over the turn of the year', () => {
    expect([nextSeason('2027-1'), nextSeason('2027-2'), nextSeason('2027-2', 3)]).toEqual(['2027-2', '2028-1', '2029-1']);
  });
});
