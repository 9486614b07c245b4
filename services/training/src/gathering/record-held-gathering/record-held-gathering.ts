import { type CurriculumDefinition, heldGatheringRecorded, type recordHeldGathering } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';

export type RecordHeldGathering = z.infer<typeof recordHeldGathering.schema>;

/** Records a gathering that was held before Riggen was in use: its attendance can then be recorded without enrolment. */
export function decideRecordHeldGathering(
  command: RecordHeldGathering,
  { held, plan, scheduled }: Gathering,
  { now, curriculum }: { now: string; curriculum: CurriculumDefinition | undefined },
): Decision<GatheringEvent> {
  const { gatheringId: id, programmeId, moduleIds, dates, region } = command;
  if (held) {
    const { curriculumVersion: _, ...content } = held;
    return alreadySo(id, content, command);
  }
  if (plan ?? scheduled) return refuse('gathering-known', 'gatheringId', { id });
  if (!curriculum) return refuse('unknown-programme', 'programmeId', { id: programmeId });
  const unknown = moduleIds.findIndex((moduleId) => !curriculum.modules.some((module) => module.moduleId === moduleId));
  if (unknown >= 0) return refuse('unknown-module', `moduleIds.${unknown}`, { id: moduleIds[unknown]!, programme: programmeId });
  const disorder = dates.findIndex((date, index) => index > 0 && date <= dates[index - 1]!);
  if (disorder >= 0) return refuse('days-not-in-order', `dates.${disorder}`, { date: dates[disorder]! });
  const last = dates.at(-1)!;
  if (last > calendarDateOf(now)) return refuse('date-after-today', `dates.${dates.length - 1}`, { date: last });
  const occurredAt = startOfDay(dates[0]!);
  return [heldGatheringRecorded({ ...command, curriculumVersion: curriculum.version }, { occurredAt, organisation: { region } })];
}
