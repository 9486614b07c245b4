import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { calendarDate, key, regionId } from '../primitives.js';
import { driverScore, localPlan, stage } from './implementation-commands.js';

const wording = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

/** What keeps a service from counting as implemented. */
const missing = z.object({ kind: z.enum(['stage', 'activity', 'assessment', 'driver']), id: z.string() });

const checklistItem = z.object({
  activityId: z.string(),
  title: wording,
  local: z.boolean(),
  plannedFor: z.string().nullable(),
  doneOn: z.string().nullable(),
  waived: z.string().nullable().describe('Why it does not apply; null when it does'),
  version: z.int().describe('Give it as seenVersion when you change the activity'),
});

/** Duration and proportion of a stage, as the Stages of Implementation Completion measure them. */
const stageProgress = z.object({
  stage,
  open: z.boolean(),
  spells: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  days: z.int().describe('In the stage until the day, all times together'),
  plannedDays: z.int().nullable(),
  daysOverPlan: z.int().describe('0 when it is within the plan or has none'),
  completed: z.int(),
  applicable: z.int().describe('Activities that apply: those waived are left out'),
  proportion: z.number().nullable().describe('Completed of applicable in per cent, to one decimal'),
  duration: z.int().nullable().describe('Days from the first to the last activity done, both counted; null when none is'),
  checklist: z.array(checklistItem),
});

export const getImplementation = defineQuery({
  service: 'rollout',
  name: 'implementation',
  audience: 'portal',
  summary: 'How far a programme is in a service: stages with checklists, readiness, drivers, local plan, and what is missing',
  input: z.object({ serviceId: key, programmeId: key, on: calendarDate.optional() }),
  output: z.object({
    on: z.string(),
    started: z.boolean(),
    templateVersion: z.int().nullable(),
    stages: z.array(stageProgress),
    readiness: z.array(
      z.object({ factorId: z.string(), domain: z.string(), title: wording, kind: z.enum(['facilitator', 'barrier']).nullable(), note: z.string().nullable(), on: z.string().nullable() }),
    ),
    drivers: z.object({
      items: z.array(z.object({ itemId: z.string(), driver: z.string(), title: wording })),
      assessments: z.array(z.object({ on: z.string(), scores: z.array(z.object({ itemId: z.string(), score: driverScore })), note: z.string().nullable() })),
    }),
    plan: z
      .object({ revision: z.int(), content: localPlan.extend({ participants: localPlan.shape.participants.nullable().describe('Null for whoever may not see the people') }) })
      .nullable(),
    implemented: z.boolean(),
    missing: z.array(missing),
  }),
});

export const getServicesInLine = defineQuery({
  service: 'rollout',
  name: 'services-in-line',
  audience: 'portal',
  summary: 'The services of a region, or of the nation: those not in training yet by readiness, or those that are longer in a stage than planned',
  input: z.object({ region: regionId.optional(), programmeId: key, show: z.enum(['all', 'waiting', 'slipping']).default('all'), on: calendarDate.optional(), ...paging }),
  output: pageOf(
    z.object({
      serviceId: z.string(),
      name: z.string(),
      region: regionId,
      children: z.int().nullable(),
      stage: stage.nullable().describe('The furthest stage that is open; null when it has not begun'),
      days: z.int(),
      plannedDays: z.int().nullable(),
      daysOverPlan: z.int(),
      facilitators: z.int(),
      barriers: z.int(),
      unmapped: z.int(),
      implemented: z.boolean(),
    }),
  ),
});

export const getRolloutByStage = defineQuery({
  service: 'rollout',
  name: 'rollout-by-stage',
  audience: 'portal',
  summary: 'How many services of each region are in each stage, and how long they are in it against the plan',
  input: z.object({ programmeId: key, on: calendarDate.optional() }),
  output: z.object({
    on: z.string(),
    regions: z.array(
      z.object({ region: regionId, services: z.int(), notStarted: z.int(), byStage: z.record(stage, z.int()), implemented: z.int() }),
    ),
    stages: z.array(
      z.object({
        stage,
        plannedDays: z.int().nullable(),
        services: z.int().describe('How many are or were in it'),
        medianDays: z.number().nullable(),
        overPlan: z.int().describe('How many are in it now and longer than planned'),
      }),
    ),
  }),
});

export const getImplementationTemplate = defineQuery({
  service: 'rollout',
  name: 'implementation-template',
  audience: 'portal',
  summary: 'The programmes, and the national checklist, readiness factors and driver items',
  input: z.object({}),
  output: z.object({
    programmes: z.array(z.object({ programmeId: z.string(), title: wording })),
    version: z.int(),
    stages: z.array(z.object({ stage, plannedDays: z.int().nullable(), activities: z.array(z.object({ activityId: z.string(), title: wording })) })),
    readinessFactors: z.array(z.object({ factorId: z.string(), domain: z.string(), title: wording })),
    driverItems: z.array(z.object({ itemId: z.string(), driver: z.string(), title: wording })),
  }),
});
