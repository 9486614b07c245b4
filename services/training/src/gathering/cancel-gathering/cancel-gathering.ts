import { type cancelGathering, gatheringCancelled } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { changedSince, organisationOfPlan } from '../planned.js';

export type CancelGathering = z.infer<typeof cancelGathering.schema>;

/** Cancels a gathering that nobody has attended. */
export function decideCancelGathering(
  { gatheringId, reason, basedOn }: CancelGathering,
  state: Gathering,
  { now }: { now: string },
): Decision<GatheringEvent> {
  const { plan, status, presence } = state;
  if (!plan) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (status === 'cancelled') return [];
  const changed = changedSince(state, basedOn);
  if (changed) return changed;
  if (presence.size) return refuse('cancelled-after-attendance', 'gatheringId', { id: gatheringId });
  return [gatheringCancelled({ gatheringId, reason }, { occurredAt: now, organisation: organisationOfPlan(plan) })];
}
