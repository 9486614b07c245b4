import { planProposed, type proposePlan } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { PlanEvent, PlanState } from '../plan.js';
import { explain, explainUnplaced } from '../explain.js';
import { nextSeason } from '../forecast.js';
import { loadOf, type Plan } from '../plan-model.js';

export type ProposePlan = z.infer<typeof proposePlan.schema>;

/** What the solver made of the command; undefined where the command was not fit to be solved. */
export interface Proposal {
  plan: Plan;
  cost: number;
  costByRule: number;
  isProvenBest: boolean;
}

/** What is wrong with the question itself, before anything is solved. */
export function faultOfQuestion({ services, seasons }: ProposePlan) {
  const gap = seasons.findIndex(({ season }, index) => index > 0 && season !== nextSeason(seasons[index - 1]!.season));
  if (gap > 0) return refuse('seasons-not-in-order', `seasons.${gap}.season`, { given: seasonName(seasons[gap]!.season), expected: seasonName(nextSeason(seasons[gap - 1]!.season)) });
  const twice = services.findIndex(({ serviceId }, index) => services.findIndex((other) => other.serviceId === serviceId) < index);
  if (twice >= 0) return refuse('service-stands-twice', `services.${twice}.serviceId`, { id: services[twice]!.serviceId });
  const outside = services.findIndex(({ pinned }) => pinned && !seasons.some(({ season }) => season === pinned));
  if (outside >= 0) return refuse('pinned-outside-plan', `services.${outside}.pinned`, { id: services[outside]!.serviceId, season: seasonName(services[outside]!.pinned!) });
  return undefined;
}

/** Records a proposal as the next version of the region's plan; a pin that cannot be kept is refused with its season. */
export function decideProposePlan(
  command: ProposePlan,
  { newest }: PlanState,
  { now, proposal }: { now: string; proposal: Proposal | undefined },
): Decision<PlanEvent> {
  const version = newest?.version ?? 0;
  if (command.basedOn !== version) return refuse('plan-changed-meanwhile', 'basedOn', { seen: command.basedOn, version });
  const fault = faultOfQuestion(command);
  if (fault) return fault;
  if (!proposal) throw new Error('A question without a fault has a proposal');
  const { services, seasons, rules, region } = command;
  const { plan, ...comparison } = proposal;
  const homeless = services.findIndex(({ serviceId, pinned }) => pinned && plan.unplaced.includes(serviceId));
  if (homeless >= 0) return refuse('pin-without-room', `services.${homeless}.pinned`, { id: services[homeless]!.serviceId, season: seasonName(services[homeless]!.pinned!) });
  const input = { services, seasons, rules };
  const reasons = explain(plan, input);
  const placements = [
    ...plan.placements.map((placement) => ({ ...placement, reasons: reasons.get(placement.serviceId)! })),
    ...plan.unplaced.map((serviceId) => ({ serviceId, cohorts: [], reasons: explainUnplaced(serviceId, plan, input) })),
  ];
  const data = { region, version: version + 1, ...input, placements, load: loadOf(plan, input), comparison };
  return [planProposed(data, { occurredAt: now, organisation: { region } })];
}

/** A season as people write it in a refusal: 1/2027 is the first half of 2027. */
const seasonName = (season: string): string => season.split('-').reverse().join('/');
