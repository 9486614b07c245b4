import { gatheringCancelled, gatheringMoved, gatheringPlanned } from '@riggen/contracts';
import type { Lookups } from '@riggen/service';
import type { BookedGathering } from './booking.js';

/** A planned gathering with its latest days, or undefined when it is not known. */
export async function plannedGathering(lookups: Lookups, gatheringId: string): Promise<BookedGathering | undefined> {
  const plan = await lookups.find(gatheringPlanned, gatheringId);
  if (!plan) return undefined;
  const { programmeId, moduleIds, region } = plan;
  const days = (await lookups.find(gatheringMoved, gatheringId))?.days ?? plan.days;
  const cancelled = (await lookups.find(gatheringCancelled, gatheringId)) !== undefined;
  return { programmeId, moduleIds, region, dates: days.map(({ date }) => date), cancelled };
}
