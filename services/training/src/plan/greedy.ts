import { costOfWaiting, ownCohorts, type Placement, type Plan, type PlanningInput, type PlanningService, possibleStarts } from './plan-model.js';

/**
 * The plan by the rule that a planner with a spreadsheet would follow: pinned services first, then by readiness, each into
 * the first season that has room; small ones into the first cohort where they fit.
 */
export function planByRule(input: PlanningInput): Plan {
  const { services, seasons, rules } = input;
  const cohorts: number[][] = seasons.map(() => []); // the participants of each cohort
  const fits = (start: number, more: number): boolean => {
    const counts = cohorts.map(({ length }, index) => length + (index === start ? more : 0));
    return [start, start + 1].every((index) => {
      if (index >= seasons.length) return true;
      const days = counts[index]! * rules.digitalTrainerDays + (counts[index - 1] ?? 0) * rules.physicalTrainerDays;
      return days <= seasons[index]!.trainerDays;
    });
  };
  const place = (service: PlanningService): Placement | undefined => {
    const own = ownCohorts(service, rules);
    for (const start of possibleStarts(service, seasons)) {
      const season = seasons[start]!.season;
      const here = cohorts[start]!;
      if (!own) {
        const shared = here.findIndex((participants) => participants + service.participants <= rules.cohortPlaces);
        if (shared >= 0) {
          here[shared]! += service.participants;
          return { serviceId: service.serviceId, season, cohorts: [shared + 1] };
        }
      }
      const more = Math.max(1, own);
      if (!fits(start, more)) continue;
      const numbers = Array.from({ length: more }, (_, index) => here.length + index + 1);
      here.push(...numbers.map(() => (own ? rules.cohortPlaces : service.participants)));
      return { serviceId: service.serviceId, season, cohorts: numbers };
    }
    return undefined;
  };
  const byTurn = [...services].sort(
    (a, b) => Number(!!b.pinned) - Number(!!a.pinned) || b.readiness - a.readiness || costOfWaiting(b) - costOfWaiting(a) || (a.serviceId < b.serviceId ? -1 : 1),
  );
  const placed = new Map(byTurn.map((service) => [service.serviceId, place(service)]));
  return {
    placements: services.flatMap(({ serviceId }) => placed.get(serviceId) ?? []),
    unplaced: services.filter(({ serviceId }) => !placed.get(serviceId)).map(({ serviceId }) => serviceId),
  };
}
