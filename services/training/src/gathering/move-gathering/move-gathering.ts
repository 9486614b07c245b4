import { gatheringMoved, type moveGathering } from '@riggen/contracts';
import { type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { changedSince, openPlan, organisationOfPlan, wrongDays } from '../planned.js';

export type MoveGathering = z.infer<typeof moveGathering.schema>;

/** Gives a gathering other days or places, as long as nobody's attendance is recorded. */
export function decideMoveGathering(
  { gatheringId, days, basedOn }: MoveGathering,
  state: Gathering,
  { now }: { now: string },
): Decision<GatheringEvent> {
  const plan = openPlan(state, gatheringId);
  if (isRefusal(plan)) return plan;
  if (isDeepStrictEqual(plan.days, days)) return [];
  const changed = changedSince(state, basedOn);
  if (changed) return changed;
  if (state.presence.size) return refuse('moved-after-attendance', 'days', { id: gatheringId, people: state.presence.size });
  const wrong = wrongDays(days, now);
  if (wrong) return wrong;
  return [gatheringMoved({ gatheringId, days }, { occurredAt: now, organisation: organisationOfPlan(plan) })];
}
