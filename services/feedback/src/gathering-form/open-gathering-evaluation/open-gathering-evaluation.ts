import { gatheringEvaluationOpened, type openGatheringEvaluation } from '@riggen/contracts';
import { alreadySo, calendarDateOf, daysBetween, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { GatheringForm, GatheringFormEvent } from '../gathering-form.js';

export type OpenGatheringEvaluation = z.infer<typeof openGatheringEvaluation.schema>;

/** A form is open for this many days at most, the day it opens included. */
export const longestFormInDays = 14;

/** Opens a gathering's form once, from the gathering's first day on. It says when it closes; with that its answers become figures. */
export function decideOpenGatheringEvaluation(
  command: OpenGatheringEvaluation,
  { opened, isClosed }: GatheringForm,
  { now, startsOn }: { now: string; startsOn: string | undefined },
): Decision<GatheringFormEvent> {
  const { gatheringId, closesAt } = command;
  if (isClosed) return refuse('evaluation-closed', 'gatheringId');
  if (opened) return alreadySo(gatheringId, opened, command);
  if (!startsOn) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  const today = calendarDateOf(now);
  if (today < startsOn) return refuse('gathering-not-begun', 'gatheringId', { id: gatheringId, startsOn });
  if (new Date(closesAt) <= new Date(now) || daysBetween(today, calendarDateOf(closesAt)) > longestFormInDays) {
    return refuse('closes-too-late', 'closesAt', { most: longestFormInDays });
  }
  return [gatheringEvaluationOpened(command, { occurredAt: now })];
}
