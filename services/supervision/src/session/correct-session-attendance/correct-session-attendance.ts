import { type correctSessionAttendance, sessionAttendanceCorrected } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Session, SessionEvent } from '../session.js';

export type CorrectSessionAttendance = z.infer<typeof correctSessionAttendance.schema>;

/** Corrects a recorded attendance with the reason; what was recorded first stays in the stream. */
export function decideCorrectSessionAttendance(
  command: CorrectSessionAttendance,
  { held, attendance }: Session,
  { now }: { now: string },
): Decision<SessionEvent> {
  const { sessionId, personId, status } = command;
  if (!held) return refuse('unknown-session', 'sessionId', { id: sessionId });
  const known = attendance.get(personId);
  if (!known) return refuse('attendance-of-session-not-recorded', 'personId', { id: personId, date: held.heldOn });
  if (known.status === status) return [];
  return [sessionAttendanceCorrected(command, { occurredAt: now, organisation: known.organisation })];
}
