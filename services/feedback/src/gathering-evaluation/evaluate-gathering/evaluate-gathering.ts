import { type evaluateGathering, gatheringEvaluated } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { GatheringEvaluation, GatheringEvaluationEvent } from '../gathering-evaluation.js';

export type EvaluateGathering = z.infer<typeof evaluateGathering.schema>;

/** Takes an anonymous evaluation once; the day is its only time, and the gathering must have begun. */
export function decideEvaluateGathering(
  command: EvaluateGathering,
  { submitted }: GatheringEvaluation,
  { now, startsOn }: { now: string; startsOn: string | undefined },
): Decision<GatheringEvaluationEvent> {
  const { evaluationId, gatheringId, submittedOn } = command;
  if (submitted) return alreadySo(evaluationId, submitted, command);
  if (!startsOn) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (submittedOn > calendarDateOf(now)) return refuse('date-after-today', 'submittedOn', { date: submittedOn });
  if (submittedOn < startsOn) return refuse('gathering-not-begun', 'submittedOn', { id: gatheringId, startsOn });
  return [gatheringEvaluated(command, { occurredAt: startOfDay(submittedOn) })];
}
