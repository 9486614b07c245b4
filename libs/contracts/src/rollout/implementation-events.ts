import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { calendarDate } from '../primitives.js';
import {
  addLocalActivity,
  assessDrivers,
  completeActivity,
  enterStage,
  implementationOf,
  leaveStage,
  localPlan,
  mapReadiness,
  planActivity,
  reopenActivity,
  waiveActivity,
} from './implementation-commands.js';

const about = { service: 'rollout', schemaVersion: 1 } as const;

export const implementationStarted = defineEvent({
  ...about,
  type: 'ImplementationStarted',
  summary: 'A service begins to implement a programme, by a version of the national checklist',
  schema: z.object({ ...implementationOf, startedOn: calendarDate, templateVersion: z.int().min(1) }),
});

export const stageEntered = defineEvent({ ...about, type: 'StageEntered', summary: 'A service began a stage', schema: enterStage.schema });

export const stageLeft = defineEvent({
  ...about,
  type: 'StageLeft',
  summary: 'A service left a stage, completed or going back',
  schema: leaveStage.schema,
});

export const localActivityAdded = defineEvent({
  ...about,
  type: 'LocalActivityAdded',
  summary: 'A service has an activity of its own on the checklist of a stage',
  schema: addLocalActivity.schema,
});

export const activityPlanned = defineEvent({
  ...about,
  type: 'ActivityPlanned',
  summary: 'An activity of the checklist is to be done on a day, or has no day any more',
  schema: planActivity.schema.omit({ seenVersion: true }),
});

export const activityCompleted = defineEvent({
  ...about,
  type: 'ActivityCompleted',
  summary: 'An activity of the checklist is done',
  schema: completeActivity.schema.omit({ seenVersion: true }),
});

export const activityReopened = defineEvent({
  ...about,
  type: 'ActivityReopened',
  summary: 'An activity is not done after all, or applies after all',
  schema: reopenActivity.schema.omit({ seenVersion: true }),
});

export const activityWaived = defineEvent({
  ...about,
  type: 'ActivityWaived',
  summary: 'An activity does not apply to a service',
  schema: waiveActivity.schema.omit({ seenVersion: true }),
});

export const readinessMapped = defineEvent({
  ...about,
  type: 'ReadinessMapped',
  summary: 'A readiness factor helps or hinders in a service',
  schema: mapReadiness.schema,
});

export const driversAssessed = defineEvent({
  ...about,
  type: 'DriversAssessed',
  summary: 'The drivers of implementation were assessed in a service',
  schema: assessDrivers.schema,
});

export const localPlanRevised = defineEvent({
  ...about,
  type: 'LocalPlanRevised',
  summary: 'The local plan of a service has a new revision',
  schema: z.object({ ...implementationOf, plan: localPlan, revision: z.int().min(1) }),
});
