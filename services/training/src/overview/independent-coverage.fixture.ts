import type { RecordedEvent } from '@riggen/event-store';

type Data = Record<string, any>;

/**
 * Coverage counted from the event log alone, person by person and in the plainest way: who works where, which days of which
 * gatherings each attended or made up as of the last correction, which modules that gives, and whether none is missing.
 */
export function coverageFromLog(events: readonly RecordedEvent[], programmeId: string): Map<string, { employed: number; trained: number }> {
  const dataOf = (type: string) => events.filter((event) => event.type === type).map(({ data }) => data as Data);
  const curriculum = dataOf('CurriculumDefined').find((data) => data['programmeId'] === programmeId) as {
    targetGroup: string;
    modules: { moduleId: string; compulsoryFor: string[] }[];
    earlierGatherings: { number: number; modules: string[] }[];
  };
  const compulsory = curriculum.modules.filter(({ compulsoryFor }) => compulsoryFor.includes('caseworker')).map(({ moduleId }) => moduleId);

  const modulesDoneBy = (personId: string): Set<string> => {
    const done = new Set<string>();
    for (const gathering of [...dataOf('HeldGatheringRecorded'), ...dataOf('GatheringPlanned')]) {
      if (gathering['programmeId'] !== programmeId) continue;
      const id = gathering['gatheringId'] as string;
      const moved = dataOf('GatheringMoved').filter((data) => data['gatheringId'] === id).at(-1);
      const days = ((moved ?? gathering)['days'] as { date: string }[] | undefined)?.map(({ date }) => date);
      const dates = days ?? (gathering['dates']);
      const attendedAll = dates.every((date: string) => {
        let status = '';
        let madeUp = false;
        for (const { type, data } of events as readonly { type: string; data: Data }[]) {
          if (data['gatheringId'] !== id || data['personId'] !== personId || data['date'] !== date) continue;
          if (type === 'DayAttendanceRecorded' || type === 'AttendanceCorrected') status = data['status'];
          if (type === 'AbsenceMadeUp') madeUp = true;
        }
        return status === 'attended' || madeUp;
      });
      if (attendedAll) for (const moduleId of gathering['moduleIds']) done.add(moduleId);
    }
    for (const attendance of dataOf('AttendanceRecorded')) {
      if (attendance['personId'] !== personId || attendance['status'] !== 'attended') continue;
      const gathering = dataOf('GatheringScheduled').find((data) => data['gatheringId'] === attendance['gatheringId'])!;
      if (gathering['targetGroup'] !== curriculum.targetGroup) continue;
      for (const earlier of curriculum.earlierGatherings) if (earlier.number === gathering['number']) earlier.modules.forEach((moduleId) => done.add(moduleId));
    }
    return done;
  };

  const coverage = new Map<string, { employed: number; trained: number }>();
  for (const { personId, serviceId } of dataOf('CaseworkerRegistered') as { personId: string; serviceId: string }[]) {
    const count = coverage.get(serviceId) ?? { employed: 0, trained: 0 };
    const done = modulesDoneBy(personId);
    count.employed += 1;
    if (compulsory.every((moduleId) => done.has(moduleId))) count.trained += 1;
    coverage.set(serviceId, count);
  }
  return coverage;
}
