import { attendanceCorrected, type correctAttendance, type Organisation } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { notADay, organisationOfParticipant } from '../attendance.js';
import { type Gathering, type GatheringEvent, presenceKey } from '../gathering.js';

export type CorrectAttendance = z.infer<typeof correctAttendance.schema>;

/** Corrects a recorded attendance with the reason; what was recorded first stays in the stream. */
export function decideCorrectAttendance(
  command: CorrectAttendance,
  state: Gathering,
  { now, employedIn }: { now: string; employedIn: Organisation | undefined },
): Decision<GatheringEvent> {
  const { gatheringId, date, personId, status } = command;
  const wrong = notADay(state, command, now);
  if (wrong) return wrong;
  const known = state.presence.get(presenceKey(personId, date));
  if (!known) return refuse('attendance-not-recorded', 'personId', { id: personId, date });
  if (known.status === status) return [];
  const organisation = organisationOfParticipant(state, personId, employedIn);
  if (!organisation) return refuse('not-enrolled', 'personId', { id: personId, gathering: gatheringId });
  return [attendanceCorrected(command, { occurredAt: now, organisation })];
}
