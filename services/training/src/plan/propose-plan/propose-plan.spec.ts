import { describe, expect, it } from '@jest/globals';
import { planProposed } from '@riggen/contracts';
import { isRefusal, specification } from '@riggen/event-sourcing';
import { planEvolution } from '../plan.js';
import { decideProposePlan, type Proposal, type ProposePlan } from './propose-plan.js';

const { given } = specification(planEvolution, decideProposePlan);

const command: ProposePlan = {
  region: 'sor',
  basedOn: 0,
  services: [
    { serviceId: 'a', participants: 10, readiness: 0.5 },
    { serviceId: 'b', participants: 30, readiness: 0.5, pinned: '2027-1' },
  ],
  seasons: [{ season: '2027-1', trainerDays: 20 }, { season: '2027-2', trainerDays: 60 }],
  rules: { cohortPlaces: 24, digitalTrainerDays: 6, physicalTrainerDays: 22 },
};
const proposal: Proposal = {
  plan: { placements: [{ serviceId: 'b', season: '2027-1', cohorts: [1, 2] }], unplaced: ['a'] },
  cost: 30,
  costByRule: 40,
  isProvenBest: true,
};
const now = '2026-11-29T10:00:00.000Z';
const context = { now, proposal };
const proposed = planProposed(
  {
    region: 'sor',
    version: 1,
    services: command.services,
    seasons: command.seasons,
    rules: command.rules,
    placements: [
      { serviceId: 'b', season: '2027-1', cohorts: [1, 2], reasons: [{ code: 'pinned' }, { code: 'own-cohorts', cohorts: 2 }] },
      {
        serviceId: 'a',
        cohorts: [],
        reasons: [
          { code: 'trainers-booked', season: '2027-2', booked: 44, available: 60 },
          { code: 'others-gain-more', season: '2027-2' },
        ],
      },
    ],
    load: [{ season: '2027-1', cohorts: 2, trainerDays: 12 }, { season: '2027-2', cohorts: 0, trainerDays: 44 }],
    comparison: { cost: 30, costByRule: 40, isProvenBest: true },
  },
  { occurredAt: now, organisation: { region: 'sor' } },
);

describe('proposing the plan of a region', () => {
  it('records what the solver found, with a reason for each service, the load and the comparison', () => {
    given().when(command, context).then(proposed);
  });

  it('makes the next version of a plan that the planner has seen', () => {
    const { decision } = given(proposed).when({ ...command, basedOn: 1 }, context);
    if (isRefusal(decision)) throw new Error(decision.reason);
    expect(decision.map(({ data }) => data.version)).toEqual([2]);
  });

  it('refuses a planner who has not seen the newest version', () => {
    given(proposed).when(command, context).thenRefused('plan-changed-meanwhile', { field: 'basedOn' });
  });

  it('refuses a pin that the trainers have no room for', () => {
    const full = { ...proposal, plan: { placements: [], unplaced: ['a', 'b'] } };
    given().when(command, { now, proposal: full }).thenRefused('pin-without-room', { field: 'services.1.pinned' });
  });

  it('refuses a pin outside the seasons, seasons with a gap, and a service that stands twice', () => {
    const [a, b] = command.services as [ProposePlan['services'][number], ProposePlan['services'][number]];
    const unsolved = { now, proposal: undefined };
    given().when({ ...command, services: [a, { ...b, pinned: '2029-1' }] }, unsolved).thenRefused('pinned-outside-plan', { field: 'services.1.pinned' });
    const apart = [{ season: '2027-1', trainerDays: 1 }, { season: '2028-1', trainerDays: 1 }];
    given().when({ ...command, seasons: apart }, unsolved).thenRefused('seasons-not-in-order', { field: 'seasons.1.season' });
    given().when({ ...command, services: [a, b, a] }, unsolved).thenRefused('service-stands-twice', { field: 'services.2.serviceId' });
  });
});
