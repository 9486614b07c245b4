import { type closeGatheringEvaluation, type evaluateByCode, gatheringEvaluated, gatheringEvaluationClosed } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { GatheringForm, GatheringFormEvent } from '../gathering-form.js';

export type CloseGatheringEvaluation = z.infer<typeof closeGatheringEvaluation.schema>;

/** A sheet of the form, with an id that was drawn when the form closed. */
export interface DrawnSheet {
  evaluationId: string;
  scores: z.infer<typeof evaluateByCode.schema>['scores'];
}

/** Records all sheets of a form together when it closes: the day of closing is the only time that any of them has. */
export function decideCloseGatheringEvaluation(
  { gatheringId }: CloseGatheringEvaluation,
  { opened, isClosed }: GatheringForm,
  { now, sheets }: { now: string; sheets: DrawnSheet[] },
): Decision<GatheringFormEvent> {
  if (!opened) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (isClosed) return [];
  const submittedOn = calendarDateOf(now);
  const occurredAt = startOfDay(submittedOn);
  return [
    ...sheets.map(({ evaluationId, scores }) => gatheringEvaluated({ evaluationId, gatheringId, submittedOn, scores }, { occurredAt })),
    gatheringEvaluationClosed({ gatheringId, evaluations: sheets.length }, { occurredAt }),
  ];
}
