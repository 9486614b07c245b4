import { gatheringPublished, type publishGathering } from '@riggen/contracts';
import { type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { changedSince, openPlan, organisationOfPlan, wrongDays } from '../planned.js';

export type PublishGathering = z.infer<typeof publishGathering.schema>;

/** Publishes a planned gathering whose days all have a place or a link. */
export function decidePublishGathering(
  { gatheringId, basedOn }: PublishGathering,
  state: Gathering,
  { now }: { now: string },
): Decision<GatheringEvent> {
  const plan = openPlan(state, gatheringId);
  if (isRefusal(plan)) return plan;
  if (state.status === 'published') return [];
  const changed = changedSince(state, basedOn);
  if (changed) return changed;
  const wrong = wrongDays(plan.days, now);
  if (wrong) return { ...wrong, field: 'gatheringId' };
  const nowhere = plan.days.find(({ format, place, link }) => (format === 'physical' ? !place : !link));
  if (nowhere) return refuse(nowhere.format === 'physical' ? 'day-without-place' : 'day-without-link', 'gatheringId', { date: nowhere.date });
  return [gatheringPublished({ gatheringId }, { occurredAt: now, organisation: organisationOfPlan(plan) })];
}
