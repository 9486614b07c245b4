import { gatheringMoved, gatheringPlanned, gatheringScheduled } from '@riggen/contracts';
import { copied, type CopiedEvent, type Lookups } from '@riggen/service';

/** The copies that `gatheringOf` looks into. */
export const copiesOfGatherings: CopiedEvent[] = [
  copied(gatheringScheduled, ({ gatheringId }) => [gatheringId]),
  copied(gatheringPlanned, ({ gatheringId }) => [gatheringId]),
  copied(gatheringMoved, ({ gatheringId }) => [gatheringId]),
];

interface EvaluatedGathering {
  gatheringId: string;
  startsOn: string;
  endsOn: string;
  /** Who gives it; the pilot's are the nation's. */
  region?: string;
}

/** A gathering with its first and last day as they are now, or undefined when it is not known. */
export async function gatheringOf(lookups: Lookups, gatheringId: string): Promise<EvaluatedGathering | undefined> {
  const scheduled = await lookups.find(gatheringScheduled, gatheringId);
  if (scheduled) return { gatheringId, startsOn: scheduled.startsOn, endsOn: scheduled.endsOn };
  const planned = await lookups.find(gatheringPlanned, gatheringId);
  if (!planned) return undefined;
  const { days } = (await lookups.find(gatheringMoved, gatheringId)) ?? planned;
  return { gatheringId, startsOn: days[0]!.date, endsOn: days.at(-1)!.date, region: planned.region };
}

/** The region that gives a gathering, or the nation; undefined when it is not known. */
export async function placeOfGathering(lookups: Lookups, gatheringId: string): Promise<{ region?: string } | undefined> {
  const gathering = await gatheringOf(lookups, gatheringId);
  return gathering && (gathering.region ? { region: gathering.region } : {});
}
