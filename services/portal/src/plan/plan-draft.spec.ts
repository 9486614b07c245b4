import { describe, expect, it } from '@jest/globals';
import { cohortsOf, commandOf, draftOf, gainOf, type Plan, readinessOf, seasonAfter, seasonOf } from './plan-draft.js';

const listed = (serviceId: string, people: number, children: number | null) =>
  ({ serviceId, name: `Sør ${serviceId}`, children, staff: { people, byRole: {} } }) as unknown as Parameters<typeof draftOf>[0][number];

const plan = {
  version: 3,
  services: [{ serviceId: 'a', participants: 12, readiness: 0.9, pinned: '2027-2' }],
  seasons: [{ season: '2027-1', trainerDays: 60 }],
  rules: { cohortPlaces: 20, digitalTrainerDays: 5, physicalTrainerDays: 20 },
} as unknown as Plan;

describe('the draft of a plan', () => {
  it('begins with four half-years after today, staff as participants, and an estimate by children where none are known', () => {
    const draft = draftOf([listed('a', 9, 5_000), listed('b', 0, 9_000), listed('c', 0, null)], undefined, '2026-11-29');
    expect(draft.seasons.map(({ season }) => season)).toEqual(['2027-1', '2027-2', '2028-1', '2028-2']);
    expect(draft.services.map(({ participants, isEstimate }) => [participants, isEstimate])).toEqual([[9, false], [10, true], [2, true]]);
  });

  it('goes on from the newest plan, with services that have come since', () => {
    const draft = draftOf([listed('a', 9, 0), listed('new', 4, 0)], plan, '2026-11-29');
    expect(commandOf(draft, 'sor', 3)).toEqual({
      region: 'sor',
      basedOn: 3,
      seasons: plan.seasons,
      rules: plan.rules,
      services: [
        { serviceId: 'a', participants: 12, readiness: 0.9, pinned: '2027-2' },
        { serviceId: 'new', participants: 4, readiness: 0.5 },
      ],
    });
  });

  it('takes readiness from the mapping where the plan says nothing, and tells it beside what the plan says', () => {
    const mapping = readinessOf([{ serviceId: 'a', facilitators: 1, barriers: 3 }, { serviceId: 'b', facilitators: 3, barriers: 1 }, { serviceId: 'c', facilitators: 0, barriers: 0 }] as never);
    const { services } = draftOf([listed('a', 9, 0), listed('b', 4, 0), listed('c', 4, 0)], plan, '2026-11-29', mapping);
    expect(services.map(({ readiness, mapped }) => [readiness, mapped])).toEqual([[0.9, 0.25], [0.75, 0.75], [0.5, undefined]]);
  });

  it('comes to cohorts with their year: those that share one stand together, and a large service can have two', () => {
    const placements = [
      { serviceId: 'a', season: '2027-2', cohorts: [1, 2], reasons: [] },
      { serviceId: 'b', season: '2027-1', cohorts: [1], reasons: [] },
      { serviceId: 'c', season: '2027-1', cohorts: [1], reasons: [] },
      { serviceId: 'd', cohorts: [], reasons: [] },
    ];
    expect(cohortsOf({ placements })).toEqual([
      { season: '2027-1', number: 1, serviceIds: ['b', 'c'], startsOn: '2027-01-01', physicalFrom: '2027-07-01', endsOn: '2027-12-31' },
      { season: '2027-2', number: 1, serviceIds: ['a'], startsOn: '2027-07-01', physicalFrom: '2028-01-01', endsOn: '2028-06-30' },
      { season: '2027-2', number: 2, serviceIds: ['a'], startsOn: '2027-07-01', physicalFrom: '2028-01-01', endsOn: '2028-06-30' },
    ]);
  });

  it('counts half-years over the turn of the year, and the gain against the rule in per cent', () => {
    expect([seasonOf('2026-06-30'), seasonOf('2026-07-01'), seasonAfter('2026-2'), seasonAfter('2027-1', 3)]).toEqual(['2026-1', '2026-2', '2027-1', '2028-2']);
    expect(gainOf({ cost: 75, costByRule: 100, isProvenBest: true })).toBe(25);
    expect(gainOf({ cost: 0, costByRule: 0, isProvenBest: true })).toBe(0);
  });
});
