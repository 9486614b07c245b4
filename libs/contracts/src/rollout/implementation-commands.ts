import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, shortText } from '../primitives.js';

/** The stages of a programme in a service, in their order; a service can be in several and go back. */
export const stage = z.enum(['exploration', 'installation', 'initial_implementation', 'full_implementation']);
export type Stage = z.infer<typeof stage>;

/** A programme in a service: what all commands about it name. */
export const implementationOf = { serviceId: key, programmeId: key };
/** The version that the person saw: what others have changed since is told instead of being overwritten. */
const seenVersion = z.int().min(0).optional();
const activity = { ...implementationOf, activityId: key };

export const startImplementation = defineCommand({
  service: 'rollout',
  name: 'start-implementation',
  summary: 'Begin the implementation of a programme in a service with the stage exploration',
  schema: z.object({ ...implementationOf, startedOn: calendarDate }),
});

export const enterStage = defineCommand({
  service: 'rollout',
  name: 'enter-stage',
  summary: 'Record that a service begins a stage, also beside another or again',
  schema: z.object({ ...implementationOf, stage, on: calendarDate }),
});

export const leaveStage = defineCommand({
  service: 'rollout',
  name: 'leave-stage',
  summary: 'Record that a service leaves a stage: completed, or going back to an earlier one',
  schema: z.object({ ...implementationOf, stage, on: calendarDate, outcome: z.enum(['completed', 'went_back']), reason: shortText.optional() }),
});

export const addLocalActivity = defineCommand({
  service: 'rollout',
  name: 'add-local-activity',
  summary: "Add an activity of a service's own to the checklist of a stage",
  schema: z.object({ ...activity, stage, title: shortText }),
});

export const planActivity = defineCommand({
  service: 'rollout',
  name: 'plan-activity',
  summary: 'Plan when an activity of the checklist is to be done, or take the date away',
  schema: z.object({ ...activity, plannedFor: calendarDate.nullable(), seenVersion }),
});

export const completeActivity = defineCommand({
  service: 'rollout',
  name: 'complete-activity',
  summary: 'Record that an activity of the checklist is done',
  schema: z.object({ ...activity, doneOn: calendarDate, seenVersion }),
});

export const reopenActivity = defineCommand({
  service: 'rollout',
  name: 'reopen-activity',
  summary: 'Take back that an activity is done or does not apply',
  schema: z.object({ ...activity, reason: shortText, seenVersion }),
});

export const waiveActivity = defineCommand({
  service: 'rollout',
  name: 'waive-activity',
  summary: 'Record that an activity does not apply to the service, and why',
  schema: z.object({ ...activity, reason: shortText, seenVersion }),
});

export const mapReadiness = defineCommand({
  service: 'rollout',
  name: 'map-readiness',
  summary: 'Record whether a readiness factor helps or hinders in a service',
  schema: z.object({ ...implementationOf, factorId: key, kind: z.enum(['facilitator', 'barrier']), note: shortText.optional(), on: calendarDate }),
});

export const driverScore = z.int().min(0).max(2).describe('0 not in place, 1 partly, 2 in place');

export const assessDrivers = defineCommand({
  service: 'rollout',
  name: 'assess-drivers',
  summary: 'Record how far the drivers of implementation are in place on a day',
  schema: z.object({
    ...implementationOf,
    on: calendarDate,
    scores: z.array(z.object({ itemId: key, score: driverScore })).min(1).max(50),
    note: shortText.optional(),
  }),
});

const headcount = z.int().min(0).max(1000);

/** What a service means to do: aim, who takes part, what is adapted, and steps. */
export const localPlan = z.object({
  aim: shortText,
  adaptation: shortText.optional(),
  participants: z.object({ caseworkers: headcount, supervisors: headcount, leaders: headcount }),
  steps: z.array(z.object({ stepId: key, title: shortText, dueOn: calendarDate.optional(), doneOn: calendarDate.optional() })).max(50),
});

export const reviseLocalPlan = defineCommand({
  service: 'rollout',
  name: 'revise-local-plan',
  summary: 'Write the local plan of a service, or a new revision of the one that was seen',
  schema: z.object({ ...implementationOf, plan: localPlan, seenRevision: z.int().min(0) }),
});
