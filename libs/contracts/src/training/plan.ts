import { z } from 'zod';
import { defineCommand, defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { instant, key, regionId } from '../primitives.js';

/** A half-year: `2027-1` is January to June of 2027, `2027-2` July to December. */
export const season = z.string().regex(/^20\d\d-[12]$/, { error: 'not-a-season' });

/** A service as the planner sees it. `readiness`: the share, 0 to 1, of its readiness factors that are facilitators. */
export const planningService = z.object({
  serviceId: key,
  participants: z.int().min(1).max(500),
  readiness: z.number().min(0).max(1),
  readyFrom: season.optional(),
  pinned: season.optional(),
});

/** The days that the region's trainers have in a season, travel included. */
export const seasonCapacity = z.object({ season, trainerDays: z.int().min(0).max(5_000) });

/** What training takes: places in a cohort, and trainer days of its digital and of its physical half-year. */
export const planningRules = z.object({
  cohortPlaces: z.int().min(1).max(200),
  digitalTrainerDays: z.int().min(1).max(200),
  physicalTrainerDays: z.int().min(1).max(200),
});

export const proposePlan = defineCommand({
  service: 'training',
  name: 'propose-plan',
  summary: 'Propose the waves of a region from its services and trainers; pinned services stay where they are pinned',
  schema: z.object({
    region: regionId,
    basedOn: z.int().min(0).describe('The version of the plan that the planner has seen; 0 before the first'),
    services: z.array(planningService).min(1).max(150),
    seasons: z.array(seasonCapacity).min(1).max(10).describe('One after the other'),
    rules: planningRules,
  }),
});

/** Why a service begins when it does, or why it found no place. */
export const placementReason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('pinned') }),
  z.object({ code: z.literal('first-season') }),
  z.object({ code: z.literal('not-ready-before'), season }),
  z.object({ code: z.literal('trainers-booked'), season, booked: z.int(), available: z.int() }),
  z.object({ code: z.literal('others-gain-more'), season }),
  z.object({ code: z.literal('shares-cohort'), services: z.array(key) }),
  z.object({ code: z.literal('own-cohorts'), cohorts: z.int() }),
]);

export const placement = z.object({
  serviceId: key,
  season: season.optional().describe('Absent where the service found no place in these seasons'),
  cohorts: z.array(z.int()),
  reasons: z.array(placementReason),
});

/**
 * A proposal beside the simple rule: what waiting costs (participants, counted up to double where their service is ready, times
 * seasons), for the proposal and for the plan by rule. `isProvenBest`: no plan is more than one per cent better.
 */
export const planComparison = z.object({ cost: z.number(), costByRule: z.number(), isProvenBest: z.boolean() });

/** A version of a region's plan, with what it was made from. */
export const plan = z.object({
  region: regionId,
  version: z.int().min(1),
  services: proposePlan.schema.shape.services,
  seasons: proposePlan.schema.shape.seasons,
  rules: planningRules,
  placements: z.array(placement),
  load: z.array(z.object({ season, cohorts: z.int(), trainerDays: z.int() })),
  comparison: planComparison,
});

const toldToThoseWhoSeeThem = 'Null for whoever may not see the people';

/** Costs are made of numbers of participants, and so told to the same readers. */
const toldComparison = planComparison.extend({
  cost: z.number().nullable().describe(toldToThoseWhoSeeThem),
  costByRule: z.number().nullable().describe(toldToThoseWhoSeeThem),
});

export const getPlan = defineQuery({
  service: 'training',
  name: 'plan',
  audience: 'portal',
  summary: 'The newest plan of a region; nothing before the first',
  input: z.object({ region: regionId }),
  output: z.object({
    plan: plan
      .extend({
        services: z.array(planningService.extend({ participants: planningService.shape.participants.nullable().describe(toldToThoseWhoSeeThem) })),
        comparison: toldComparison,
        proposedAt: instant,
      })
      .optional(),
  }),
});

export const listPlanVersions = defineQuery({
  service: 'training',
  name: 'plan-versions',
  audience: 'portal',
  summary: 'The versions of a region’s plan, the newest first',
  input: z.object({ region: regionId, ...paging }),
  output: pageOf(z.object({ version: z.int(), proposedAt: instant, placed: z.int(), unplaced: z.int(), comparison: toldComparison })),
});

const share = z.number().min(0).max(1);

export const getCoverageForecast = defineQuery({
  service: 'training',
  name: 'coverage-forecast',
  audience: 'portal',
  summary: 'The coverage that the regions’ newest plans lead to, as a range by turnover in whole per cent',
  input: z.object({ region: regionId.optional() }),
  output: z.object({
    staff: z.int().nullable().describe('Null where it rests on few people, or another figure could be worked out from it'),
    servicesPlanned: z.int(),
    servicesUnplaced: z.int(),
    turnover: z.object({ low: share, high: share }),
    target: share,
    seasons: z.array(z.object({ season, low: share, high: share })),
    coveredFrom: z.object({ earliest: season.optional(), latest: season.optional() }),
  }),
});
