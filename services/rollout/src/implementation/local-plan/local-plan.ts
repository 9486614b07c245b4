import { localPlanRevised, type reviseLocalPlan } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse, type Refusal } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Implementation, ImplementationEvent } from '../implementation.js';
import { changedMeanwhile, refusedOn, refusedPlannedDay } from '../refusals.js';

export type ReviseLocalPlan = z.infer<typeof reviseLocalPlan.schema>;

/** Writes the next revision of the local plan on the one that was seen; whoever saw an older one is told what is new. */
export function decideReviseLocalPlan(command: ReviseLocalPlan, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { serviceId, programmeId, plan, seenRevision } = command;
  const refused = refusedOn(state, command, { day: state.started?.startedOn ?? '', field: 'plan', now });
  const wrong = refused ?? refusedSteps(plan.steps, now);
  if (wrong) return wrong;
  if (state.plan && isDeepStrictEqual(state.plan.plan, plan)) return [];
  const revision = state.plan?.revision ?? 0;
  if (seenRevision !== revision) {
    const changed = (Object.keys(plan) as (keyof typeof plan)[]).filter((part) => !isDeepStrictEqual(plan[part], state.plan?.plan[part]));
    return changedMeanwhile('seenRevision', 'localPlan', changed.join(', '));
  }
  return [localPlanRevised({ serviceId, programmeId, plan, revision: revision + 1 }, { occurredAt: now, organisation: state.organisation })];
}

/** Why these cannot be the steps of a plan: one stands there twice, is done on a day that has not come, or due too far ahead. */
function refusedSteps(steps: ReviseLocalPlan['plan']['steps'], now: string): Refusal | undefined {
  for (const [index, { stepId, dueOn = '', doneOn = '' }] of steps.entries()) {
    const field = `plan.steps.${index}`;
    if (steps.findIndex((step) => step.stepId === stepId) !== index) return refuse('repeated-entry', `${field}.stepId`, { id: stepId });
    if (doneOn > calendarDateOf(now)) return refuse('date-after-today', `${field}.doneOn`, { date: doneOn });
    const tooFar = refusedPlannedDay(dueOn, `${field}.dueOn`, now);
    if (tooFar) return tooFar;
  }
  return undefined;
}
