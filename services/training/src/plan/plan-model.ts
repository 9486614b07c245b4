/** A half-year as `2027-1` (January to June) or `2027-2` (July to December). Sorts as text in the order of time. */
export type Season = string;

/** A service that is to be trained. */
export interface PlanningService {
  serviceId: string;
  /** How many people of it are to be trained. */
  participants: number;
  /** From 0 to 1: the share of its readiness factors that are facilitators. */
  readiness: number;
  /** The first season in which it can begin, where it is not ready at once. */
  readyFrom?: Season | undefined;
  /** The season that the planner has decided on. */
  pinned?: Season | undefined;
}

/** The days that a region's trainers have in a season. */
export interface SeasonCapacity {
  season: Season;
  trainerDays: number;
}

/** What training takes; decided by the national team. */
export interface PlanningRules {
  /** Places in a cohort: one large service fills one or more, several small ones share one. */
  cohortPlaces: number;
  /** Trainer days of a cohort's first half-year (digital) and of its second (physical). */
  digitalTrainerDays: number;
  physicalTrainerDays: number;
}

export interface PlanningInput {
  services: PlanningService[];
  /** One after the other; the season after the last one has room for what began in the last. */
  seasons: SeasonCapacity[];
  rules: PlanningRules;
}

/** Where a service begins: in which season and cohort (numbered from 1 within the season). */
export interface Placement {
  serviceId: string;
  season: Season;
  cohorts: number[];
}

export interface Plan {
  placements: Placement[];
  /** Services that found no place in these seasons. */
  unplaced: string[];
}

/** Whole cohorts that a service needs for itself; 0 for one that shares. */
export function ownCohorts({ participants }: PlanningService, { cohortPlaces }: PlanningRules): number {
  return participants > cohortPlaces / 2 ? Math.ceil(participants / cohortPlaces) : 0;
}

/** How much a season of waiting costs: a person's wait, counted up to double where the service is ready. */
export const costOfWaiting = ({ participants, readiness }: PlanningService): number => participants * (1 + readiness);

/** The seasons in which a service may begin, as indices. A pinned one has no other. */
export function possibleStarts(service: PlanningService, seasons: readonly SeasonCapacity[]): number[] {
  return seasons.flatMap(({ season }, index) => {
    if (service.pinned) return season === service.pinned ? [index] : [];
    return season >= (service.readyFrom ?? '') ? [index] : [];
  });
}

/**
 * The cost of a plan: for each service its cost of waiting times the seasons until it begins; one without a place waits a
 * season beyond the last. Lower is better; solver and rule are compared by it.
 */
export function costOf({ placements }: Plan, { services, seasons }: PlanningInput): number {
  const starts = new Map(placements.map(({ serviceId, season }) => [serviceId, seasons.findIndex((one) => one.season === season)]));
  return services.reduce((sum, service) => sum + costOfWaiting(service) * (starts.get(service.serviceId) ?? seasons.length), 0);
}

/** The cohorts that begin in each season, and the trainer days that each season then needs. */
export function loadOf({ placements }: Plan, { seasons, rules }: PlanningInput): { season: Season; cohorts: number; trainerDays: number }[] {
  const cohorts = seasons.map(({ season }) =>
    Math.max(0, ...placements.filter((placement) => placement.season === season).flatMap((placement) => placement.cohorts)),
  );
  return seasons.map(({ season }, index) => ({
    season,
    cohorts: cohorts[index]!,
    trainerDays: cohorts[index]! * rules.digitalTrainerDays + (cohorts[index - 1] ?? 0) * rules.physicalTrainerDays,
  }));
}

/** What is wrong with a plan by the rules of planning; nothing where it holds. Independent of how it was made. */
export function faultsOf(plan: Plan, input: PlanningInput): string[] {
  const { services, seasons, rules } = input;
  const faults: string[] = [];
  const byId = new Map(services.map((service) => [service.serviceId, service]));
  const seen = [...plan.placements.map(({ serviceId }) => serviceId), ...plan.unplaced];
  if (seen.length !== services.length || new Set(seen).size !== services.length) faults.push('a service is missing or stands twice');
  const filled = new Map<string, number>();
  for (const { serviceId, season, cohorts } of plan.placements) {
    const service = byId.get(serviceId)!;
    if (service.pinned && service.pinned !== season) faults.push(`${serviceId} is pinned to ${service.pinned}`);
    if (!service.pinned && service.readyFrom && season < service.readyFrom) faults.push(`${serviceId} begins before it is ready`);
    const own = ownCohorts(service, rules);
    if (cohorts.length !== Math.max(1, own)) faults.push(`${serviceId} has ${cohorts.length} cohorts`);
    const share = own ? rules.cohortPlaces : service.participants;
    for (const cohort of cohorts) filled.set(`${season} ${cohort}`, (filled.get(`${season} ${cohort}`) ?? 0) + share);
  }
  for (const [cohort, places] of filled) if (places > rules.cohortPlaces) faults.push(`the cohort ${cohort} has ${places} participants`);
  loadOf(plan, input).forEach(({ season, trainerDays }, index) => {
    if (trainerDays > seasons[index]!.trainerDays) faults.push(`${season} needs ${trainerDays} trainer days`);
  });
  return faults;
}
