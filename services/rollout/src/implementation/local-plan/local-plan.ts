import { localPlanRevised, type reviseLocalPlan } from '@riggen/contracts';
import type { Decision } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Implementation, ImplementationEvent } from '../implementation.js';
import { changedMeanwhile, refusedOn } from '../refusals.js';

export type ReviseLocalPlan = z.infer<typeof reviseLocalPlan.schema>;

/** Writes the next revision of the local plan on the one that was seen; whoever saw an older one is told what is new. */
export function decideReviseLocalPlan(command: ReviseLocalPlan, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { serviceId, programmeId, plan, seenRevision } = command;
  const refused = refusedOn(state, command, { day: state.started?.startedOn ?? '', field: 'plan', now });
  if (refused) return refused;
  if (state.plan && isDeepStrictEqual(state.plan.plan, plan)) return [];
  const revision = state.plan?.revision ?? 0;
  if (seenRevision !== revision) {
    const changed = (Object.keys(plan) as (keyof typeof plan)[]).filter((part) => !isDeepStrictEqual(plan[part], state.plan?.plan[part]));
    return changedMeanwhile('seenRevision', `plan ${revision}`, changed.join(', '));
  }
  return [localPlanRevised({ serviceId, programmeId, plan, revision: revision + 1 }, { occurredAt: now, organisation: state.organisation })];
}
