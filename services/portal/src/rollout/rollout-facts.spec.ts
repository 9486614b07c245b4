import { describe, expect, it } from '@jest/globals';
import type { Stage } from '../charts/StageMark.js';
import type { Region } from '../language/regions.js';
import {
  type ByStage,
  countsOf,
  furthestRegion,
  headlineOf,
  longestOverPlan,
  type ServiceInLine,
  stageOfMunicipalities,
  sumOf,
  totalOf,
  worstStage,
} from './rollout-facts.js';

const none = { exploration: 0, installation: 0, initial_implementation: 0, full_implementation: 0 };
const region = (id: Region, services: number, notStarted: number, byStage: Partial<typeof none> = {}) => ({
  ...{ region: id, services, notStarted, implemented: 0, byStage: { ...none, ...byStage } },
});
const nation = (...regions: ByStage['regions']): ByStage => ({
  on: '2026-11-29',
  regions,
  stages: (Object.keys(none) as (keyof typeof none)[]).map((stage) => ({ stage, plannedDays: 90, services: 0, medianDays: null, overPlan: 0 })),
});
const service = (serviceId: string, stage: ServiceInLine['stage'], daysOverPlan = 0): ServiceInLine => ({
  ...{ serviceId, name: serviceId, region: 'sor', children: null, stage, days: 90 + daysOverPlan, plannedDays: 90, daysOverPlan },
  ...{ facilitators: 0, barriers: 0, unmapped: 13, implemented: false },
});

describe('how far the rollout is', () => {
  it('counts every service once, also one between two stages', () => {
    const counts = countsOf(region('sor', 10, 3, { exploration: 2, full_implementation: 4 }));
    expect(counts).toEqual({ ...none, not_started: 4, exploration: 2, full_implementation: 4 });
    expect(totalOf(sumOf([counts, counts]))).toBe(20);
  });

  it.each<[string, ByStage, ServiceInLine[], string, string | undefined]>([
    ['no service', nation(region('sor', 0, 0)), [], 'noServices', 'register'],
    ['none begun', nation(region('sor', 3, 3)), [], 'notBegun', 'begin'],
    ['all within plan', nation(region('sor', 1, 0, { exploration: 1 })), [service('a', 'exploration')], 'inOperation', 'withinPlan'],
    ['a few over plan', nation(region('sor', 4, 0, { installation: 4 })), ['a', 'b', 'c', 'd'].map((id) => service(id, 'installation', 5)), 'inOperation', 'overPlan'],
    ['most over plan', nation(region('sor', 5, 0, { installation: 5 })), ['a', 'b', 'c', 'd', 'e'].map((id, n) => service(id, 'installation', n > 1 ? 5 : 0)), 'inOperation', 'stuck.installation'],
  ])('is said in two sentences: %s', (_, byStage, services, first, rest) => {
    expect(headlineOf(byStage, services).map((sentence) => sentence?.key)).toEqual([`rollout.headline.${first}`, `rollout.headline.${rest}`]);
  });

  it('finds the stage with the most services over plan, and those longest over first', () => {
    const services = [service('a', 'exploration', 3), service('b', 'installation', 9), service('c', 'installation', 40), service('d', 'installation')];
    expect(worstStage(nation(region('sor', 4, 0)), services)).toMatchObject({ stage: 'installation', overPlan: 2 });
    expect(longestOverPlan(services).map(({ serviceId }) => serviceId)).toEqual(['c', 'b', 'a']);
  });

  it('names a region only when it is ahead of the others and big enough to say', () => {
    expect(furthestRegion(nation(region('sor', 10, 5, { full_implementation: 5 }), region('ost', 10, 6, { full_implementation: 4 }), region('nord', 2, 0, { full_implementation: 2 })))).toBe('sor');
    expect(furthestRegion(nation(region('sor', 10, 10), region('ost', 10, 10)))).toBeUndefined();
  });

  it('shows a municipality by the stage that most of its services are in', () => {
    const listed = (serviceId: string, number: string) => ({ serviceId, municipalities: [{ number, name: number }] }) as Parameters<typeof stageOfMunicipalities>[0][number];
    const stages = new Map<string, Stage>([['a', 'installation'], ['b', 'installation'], ['c', 'full_implementation']]);
    const found = stageOfMunicipalities([listed('a', '0301'), listed('b', '0301'), listed('c', '0301'), listed('d', '1103')], stages);
    expect([...found]).toEqual([['0301', 'installation'], ['1103', 'not_started']]);
  });
});
