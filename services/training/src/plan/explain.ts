import { loadOf, ownCohorts, type Plan, type PlanningInput, type PlanningService, possibleStarts, type Season } from './plan-model.js';

/** Why a service begins when it does; each has its text in the portal, with these values in it. */
export type PlacementReason =
  | { code: 'pinned' }
  | { code: 'first-season' }
  | { code: 'not-ready-before'; season: Season }
  | { code: 'trainers-booked'; season: Season; booked: number; available: number }
  | { code: 'others-gain-more'; season: Season }
  | { code: 'shares-cohort'; services: string[] }
  | { code: 'own-cohorts'; cohorts: number };

/** Explains each placement of a plan: what kept the service from beginning earlier, and whom it is trained with. */
export function explain(plan: Plan, input: PlanningInput): Map<string, PlacementReason[]> {
  const byId = new Map(input.services.map((service) => [service.serviceId, service]));
  return new Map(
    plan.placements.map(({ serviceId, season, cohorts }) => {
      const service = byId.get(serviceId)!;
      const others = plan.placements.filter((other) => other.season === season && other.serviceId !== serviceId && other.cohorts.some((cohort) => cohorts.includes(cohort)));
      const own = ownCohorts(service, input.rules);
      const together: PlacementReason[] = own
        ? [{ code: 'own-cohorts', cohorts: own }]
        : others.length ? [{ code: 'shares-cohort', services: others.map((other) => other.serviceId) }] : [];
      return [serviceId, [...whyThen(service, season, plan, input), ...together]];
    }),
  );
}

/** Explains why a service found no place: what kept it out of each season. */
export function explainUnplaced(serviceId: string, plan: Plan, input: PlanningInput): PlacementReason[] {
  const service = input.services.find((one) => one.serviceId === serviceId)!;
  return whyThen(service, undefined, plan, input);
}

function whyThen(service: PlanningService, season: Season | undefined, plan: Plan, input: PlanningInput): PlacementReason[] {
  if (service.pinned && season === service.pinned) return [{ code: 'pinned' }];
  const { seasons, rules } = input;
  const start = season === undefined ? seasons.length : seasons.findIndex((one) => one.season === season);
  if (start === 0) return [{ code: 'first-season' }];
  const possible = possibleStarts(service, seasons);
  const reasons: PlacementReason[] = possible[0] !== 0 && service.readyFrom && !service.pinned ? [{ code: 'not-ready-before', season: service.readyFrom }] : [];
  const load = loadOf(plan, input).map(({ trainerDays }) => trainerDays);
  const more = Math.max(1, ownCohorts(service, rules));
  for (const earlier of possible.filter((index) => index < start)) {
    // It needs digital days in its first season and physical ones in the next.
    const needs = [
      { index: earlier, days: more * rules.digitalTrainerDays },
      { index: earlier + 1, days: more * rules.physicalTrainerDays },
    ];
    const full = needs.find(({ index, days }) => seasons[index] && load[index]! + days > seasons[index].trainerDays);
    reasons.push(
      full
        ? { code: 'trainers-booked', season: seasons[full.index]!.season, booked: load[full.index]!, available: seasons[full.index]!.trainerDays }
        : { code: 'others-gain-more', season: seasons[earlier]!.season },
    );
  }
  return reasons;
}
