import { gatheringResized, type resizeGathering } from '@riggen/contracts';
import { type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { taken } from '../places.js';
import { changedSince, openPlan, organisationOfPlan, type PlanContext, settled } from '../planned.js';

export type ResizeGathering = z.infer<typeof resizeGathering.schema>;

/** Changes the capacity, never below those who have or are offered places, nor below a group that waits together. */
export function decideResizeGathering(
  { gatheringId, capacity, basedOn }: ResizeGathering,
  state: Gathering,
  context: PlanContext,
): Decision<GatheringEvent> {
  return settled(state, gatheringId, context, (current) => {
    const plan = openPlan(current, gatheringId);
    if (isRefusal(plan)) return plan;
    if (plan.capacity === capacity) return [];
    const changed = changedSince(current, basedOn);
    if (changed) return changed;
    const enrolled = taken(current.groups);
    if (capacity < enrolled) return refuse('capacity-below-enrolled', 'capacity', { capacity, enrolled });
    const largest = Math.max(0, ...current.groups.map(({ personIds }) => personIds.length));
    if (capacity < largest) return refuse('capacity-below-group', 'capacity', { capacity, largest });
    return [gatheringResized({ gatheringId, capacity }, { occurredAt: context.now, organisation: organisationOfPlan(plan) })];
  });
}
