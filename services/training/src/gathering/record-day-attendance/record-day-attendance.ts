import { dayAttendanceRecorded, type Organisation, type recordDayAttendance } from '@riggen/contracts';
import { type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { notADay, organisationOfParticipant } from '../attendance.js';
import { type Gathering, type GatheringEvent, presenceKey } from '../gathering.js';

export type RecordDayAttendance = z.infer<typeof recordDayAttendance.schema>;

/**
 * Records a day's list. Who is recorded already with the same status is passed over; another status is a correction and needs
 * its reason.
 */
export function decideRecordDayAttendance(
  { gatheringId, date, people }: RecordDayAttendance,
  state: Gathering,
  { now, employedIn }: { now: string; employedIn: ReadonlyMap<string, Organisation | undefined> },
): Decision<GatheringEvent> {
  const wrong = notADay(state, { gatheringId, date }, now);
  if (wrong) return wrong;
  const given = new Map<string, string>();
  const events: GatheringEvent[] = [];
  for (const [index, { personId, status }] of people.entries()) {
    const known = given.get(personId) ?? state.presence.get(presenceKey(personId, date))?.status;
    if (known === status) continue;
    if (known) return refuse('attendance-known', `people.${index}.status`, { id: personId, date, known, given: status });
    const organisation = organisationOfParticipant(state, personId, employedIn.get(personId));
    if (!organisation) {
      return refuse(state.held ? 'unknown-person' : 'not-enrolled', `people.${index}.personId`, { id: personId, gathering: gatheringId });
    }
    given.set(personId, status);
    events.push(dayAttendanceRecorded({ gatheringId, date, personId, status, by: 'list' }, { occurredAt: startOfDay(date), organisation }));
  }
  return events;
}
