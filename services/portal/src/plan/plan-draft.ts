import type { getOrganisation, getPlan, getServicesInLine, proposePlan } from '@riggen/contracts';
import type { z } from 'zod';
import type { Region } from '../language/regions.js';

export type Plan = NonNullable<z.infer<typeof getPlan.output>['plan']>;
export type ProposePlan = z.infer<typeof proposePlan.schema>;
type ListedService = z.infer<typeof getOrganisation.output>['items'][number];

/** A service in the planner's table. `isEstimate`: nobody has said how many take part; it follows from the number of children. */
export interface DraftService {
  serviceId: string;
  name: string;
  participants: number;
  isEstimate: boolean;
  readiness: number;
  /** What the mapping of the service says, 0 to 1; undefined where nothing is mapped. */
  mapped: number | undefined;
  readyFrom: string;
  pinned: string;
}

export interface Draft {
  services: DraftService[];
  seasons: { season: string; trainerDays: number }[];
  rules: ProposePlan['rules'];
}

/** Where nothing is known of a service's staff: our estimate of how many children there are for each who takes part. */
const childrenPerParticipant = 900;
const fewestParticipants = 2;
const unknownReadiness = 0.5;
const trainerDaysAtFirst = 120;
const seasonsAtFirst = 4;
/** In the pilot, physical gatherings took eleven days with two trainers. */
const rulesAtFirst = { cohortPlaces: 24, digitalTrainerDays: 6, physicalTrainerDays: 22 };

export function seasonAfter(season: string, steps = 1): string {
  const [year = 0, half = 1] = season.split('-').map(Number);
  const count = year * 2 + half - 1 + steps;
  return `${Math.floor(count / 2)}-${(count % 2) + 1}`;
}

/** The half-year that a day (YYYY-MM-DD) is in. */
export const seasonOf = (day: string): string => `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

type InLine = z.infer<typeof getServicesInLine.output>['items'][number];

/** How ready each service is by its mapping: the share of the mapped factors that are facilitators. */
export const readinessOf = (services: readonly InLine[]): Map<string, number> =>
  new Map(services.flatMap(({ serviceId, facilitators, barriers }) => (facilitators + barriers ? [[serviceId, facilitators / (facilitators + barriers)] as const] : [])));

/** A cohort of the plan, with the services in it and the days of its year. */
export interface PlannedCohort {
  season: string;
  number: number;
  serviceIds: string[];
  startsOn: string;
  physicalFrom: string;
  endsOn: string;
}

/** The cohorts that a plan comes to: a digital half-year, then a physical one. */
export function cohortsOf({ placements }: Pick<Plan, 'placements'>): PlannedCohort[] {
  const cohorts = new Map<string, PlannedCohort>();
  for (const { serviceId, season, cohorts: numbers } of placements) {
    for (const number of season ? numbers : []) {
      const known = cohorts.get(`${season} ${number}`);
      const days = { startsOn: firstDay(season!), physicalFrom: firstDay(seasonAfter(season!)), endsOn: season!.endsWith('1') ? `${season!.slice(0, 4)}-12-31` : `${Number(season!.slice(0, 4)) + 1}-06-30` };
      cohorts.set(`${season} ${number}`, known ? { ...known, serviceIds: [...known.serviceIds, serviceId] } : { season: season!, number, serviceIds: [serviceId], ...days });
    }
  }
  return [...cohorts.values()].sort((a, b) => a.season.localeCompare(b.season) || a.number - b.number);
}

const firstDay = (season: string): string => `${season.slice(0, 4)}-${season.endsWith('1') ? '01' : '07'}-01`;

/** What the planner begins with: the newest plan brought up to date with the services of today, or a first table. */
export function draftOf(services: readonly ListedService[], plan: Plan | undefined, today: string, readiness: ReadonlyMap<string, number> = new Map()): Draft {
  const first = seasonAfter(seasonOf(today));
  const seasons = plan?.seasons ?? Array.from({ length: seasonsAtFirst }, (_, step) => ({ season: seasonAfter(first, step), trainerDays: trainerDaysAtFirst }));
  const planned = new Map(plan?.services.map((service) => [service.serviceId, service]));
  return {
    seasons,
    rules: plan?.rules ?? rulesAtFirst,
    services: services.map(({ serviceId, name, staff, children }) => {
      const before = planned.get(serviceId);
      const known = before?.participants ?? (staff?.people || undefined);
      return {
        serviceId,
        name,
        participants: known ?? Math.max(fewestParticipants, Math.round((children ?? 0) / childrenPerParticipant)),
        isEstimate: known === undefined,
        readiness: before?.readiness ?? readiness.get(serviceId) ?? unknownReadiness,
        mapped: readiness.get(serviceId),
        readyFrom: before?.readyFrom ?? '',
        pinned: before?.pinned ?? '',
      };
    }),
  };
}

/** The draft as the command that asks for a proposal. */
export function commandOf(draft: Draft, region: Region, basedOn: number): ProposePlan {
  return {
    ...{ region, basedOn, seasons: draft.seasons, rules: draft.rules },
    services: draft.services.map(({ serviceId, participants, readiness, readyFrom, pinned }) => ({
      ...{ serviceId, participants, readiness },
      ...(readyFrom && { readyFrom }),
      ...(pinned && { pinned }),
    })),
  };
}

/** How much less waiting the proposal has than the simple rule, in per cent. */
export const gainOf = ({ cost, costByRule }: Plan['comparison']): number => (cost !== null && costByRule ? (1 - cost / costByRule) * 100 : 0);
