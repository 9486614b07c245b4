import {
  activityCompleted,
  activityPlanned,
  activityReopened,
  activityWaived,
  type addLocalActivity,
  type completeActivity,
  localActivityAdded,
  type planActivity,
  type reopenActivity,
  type waiveActivity,
} from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, type Refusal } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { activityIn, type ActivityState, type Implementation, type ImplementationEvent } from '../implementation.js';
import { checklistOf } from '../progress.js';
import { changedMeanwhile, refusedOn, refusedPlannedDay } from '../refusals.js';
import { stages, templateOf } from '../template.js';

export type AddLocalActivity = z.infer<typeof addLocalActivity.schema>;
export type PlanActivity = z.infer<typeof planActivity.schema>;
export type CompleteActivity = z.infer<typeof completeActivity.schema>;
export type ReopenActivity = z.infer<typeof reopenActivity.schema>;
export type WaiveActivity = z.infer<typeof waiveActivity.schema>;

interface About {
  serviceId: string;
  programmeId: string;
  activityId: string;
  seenVersion?: number | undefined;
}
type Context = { now: string };

/** Adds an activity of the service's own; its key must be new. */
export function decideAddLocalActivity(command: AddLocalActivity, state: Implementation, { now }: Context): Decision<ImplementationEvent> {
  const refused = refusedOn(state, command, { day: state.started?.startedOn ?? '', field: 'activityId', now });
  if (refused) return refused;
  const known = state.local.find(({ activityId }) => activityId === command.activityId);
  if (known) return alreadySo(command.activityId, known, command);
  if (isKnown(state, command.activityId)) return refuse('national-activity', 'activityId', { id: command.activityId });
  return [localActivityAdded(command, { occurredAt: now, organisation: state.organisation })];
}

/** Plans an activity for a day, which may lie ahead, or takes the day away. */
export function decidePlanActivity({ seenVersion, ...command }: PlanActivity, state: Implementation, { now }: Context): Decision<ImplementationEvent> {
  const { plannedFor } = command;
  if (state.started && (activityIn(state, command.activityId).plannedFor ?? null) === plannedFor && isKnown(state, command.activityId)) return [];
  const refused = refusedActivity({ ...command, seenVersion }, state, now) ?? refusedPlannedDay(plannedFor ?? '', 'plannedFor', now);
  return refused ?? [activityPlanned(command, { occurredAt: now, organisation: state.organisation })];
}

/** Records that an activity is done. Another day than the one recorded needs that it is taken back first. */
export function decideCompleteActivity({ seenVersion, ...command }: CompleteActivity, state: Implementation, { now }: Context): Decision<ImplementationEvent> {
  const { activityId, doneOn } = command;
  const known = activityIn(state, activityId);
  if (known.doneOn === doneOn) return [];
  const refused = refusedActivity({ ...command, seenVersion }, state, now);
  if (refused) return refused;
  if (doneOn > calendarDateOf(now)) return refuse('date-after-today', 'doneOn', { date: doneOn });
  if (known.doneOn) return refuse('activity-done', 'doneOn', { done: known.doneOn });
  return [activityCompleted(command, { occurredAt: now, organisation: state.organisation })];
}

/** Takes back that an activity is done or does not apply. */
export function decideReopenActivity({ seenVersion, ...command }: ReopenActivity, state: Implementation, { now }: Context): Decision<ImplementationEvent> {
  const refused = refusedActivity({ ...command, seenVersion }, state, now);
  if (refused) return refused;
  if (!isClosed(activityIn(state, command.activityId))) return [];
  return [activityReopened(command, { occurredAt: now, organisation: state.organisation })];
}

/** Records that an activity does not apply, and why: then it is not asked for, and not counted. */
export function decideWaiveActivity({ seenVersion, ...command }: WaiveActivity, state: Implementation, { now }: Context): Decision<ImplementationEvent> {
  if (activityIn(state, command.activityId).waived === command.reason) return [];
  const refused = refusedActivity({ ...command, seenVersion }, state, now);
  return refused ?? [activityWaived(command, { occurredAt: now, organisation: state.organisation })];
}

const isClosed = ({ doneOn, waived }: ActivityState): boolean => doneOn !== undefined || waived !== undefined;

const isKnown = (state: Implementation, activityId: string): boolean => {
  const template = templateOf(state.started!.templateVersion);
  return stages.some((stage) => checklistOf(state, template, stage).some((activity) => activity.activityId === activityId));
};

function refusedActivity(command: About, state: Implementation, now: string): Refusal | undefined {
  const refused = refusedOn(state, command, { day: state.started?.startedOn ?? '', field: 'activityId', now });
  if (refused) return refused;
  if (!isKnown(state, command.activityId)) return refuse('unknown-activity', 'activityId', { id: command.activityId });
  const { version, change } = activityIn(state, command.activityId);
  const isNews = command.seenVersion !== undefined && version > command.seenVersion;
  return isNews ? changedMeanwhile('seenVersion', command.activityId, change) : undefined;
}
