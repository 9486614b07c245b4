import { gatheringScheduled, type scheduleGathering } from '@riggen/contracts';
import { alreadySo, daysBetween, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';

export type ScheduleGathering = z.infer<typeof scheduleGathering.schema>;

/** Schedules a gathering once. It may lie in the past: what was held before Riggen is recorded the same way. */
export function decideScheduleGathering(
  command: ScheduleGathering,
  { scheduled, plan, held }: Gathering,
  { now }: { now: string },
): Decision<GatheringEvent> {
  if (scheduled) return alreadySo(command.gatheringId, scheduled, command);
  if (plan ?? held) return refuse('gathering-known', 'gatheringId', { id: command.gatheringId });
  const { region, ...gathering } = command;
  const { startsOn, endsOn, days } = gathering;
  if (endsOn < startsOn) return refuse('ends-before-start', 'endsOn', { startsOn, endsOn });
  if (days > daysBetween(startsOn, endsOn)) return refuse('days-outside-dates', 'days', { days, startsOn, endsOn });
  return [gatheringScheduled(gathering, { occurredAt: now, ...(region && { organisation: { region } }) })];
}
