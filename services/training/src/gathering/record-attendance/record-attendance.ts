import { attendanceRecorded, type Organisation, type recordAttendance } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';

export type RecordAttendance = z.infer<typeof recordAttendance.schema>;

/** Records a caseworker's attendance once, from the day the gathering begins. */
export function decideRecordAttendance(
  command: RecordAttendance,
  { scheduled, attendance }: Gathering,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<GatheringEvent> {
  const { gatheringId, personId } = command;
  if (!scheduled) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  const known = attendance.get(personId);
  if (known) return alreadySo(personId, known, command);
  if (!organisation) return refuse('unknown-person', 'personId', { id: personId });
  const { startsOn } = scheduled;
  if (startsOn > calendarDateOf(now)) return refuse('gathering-not-begun', 'gatheringId', { id: gatheringId, startsOn });
  return [attendanceRecorded(command, { occurredAt: startOfDay(startsOn), organisation })];
}
