import { type checkIn, dayAttendanceRecorded } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { notADay, organisationOfParticipant } from '../attendance.js';
import { type Gathering, type GatheringEvent, presenceKey } from '../gathering.js';

export type CheckIn = z.infer<typeof checkIn.schema>;

/** Records that a participant is there today, by the code that is shown in the room now. */
export function decideCheckIn(
  { gatheringId, personId, code }: CheckIn,
  state: Gathering,
  { now, codes }: { now: string; codes: readonly string[] },
): Decision<GatheringEvent> {
  const date = calendarDateOf(now);
  const wrong = notADay(state, { gatheringId, date }, now);
  if (wrong) return wrong;
  if (!codes.includes(code.trim().toUpperCase())) return refuse('code-not-valid', 'code');
  const known = state.presence.get(presenceKey(personId, date));
  if (known?.status === 'attended') return [];
  if (known) return refuse('attendance-known', 'personId', { id: personId, date, known: known.status, given: 'attended' });
  const organisation = organisationOfParticipant(state, personId, undefined);
  if (!organisation) return refuse('not-enrolled', 'personId', { id: personId, gathering: gatheringId });
  return [dayAttendanceRecorded({ gatheringId, date, personId, status: 'attended', by: 'code' }, { occurredAt: now, organisation })];
}
