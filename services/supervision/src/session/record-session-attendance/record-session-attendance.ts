import { type Organisation, type recordSessionAttendance, sessionAttendanceRecorded } from '@riggen/contracts';
import { alreadySo, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Session, SessionEvent } from '../session.js';

export type RecordSessionAttendance = z.infer<typeof recordSessionAttendance.schema>;

/** Records an employee's attendance of a session that is logged, once. */
export function decideRecordSessionAttendance(
  command: RecordSessionAttendance,
  { held, attendance }: Session,
  { organisation }: { organisation: Organisation | undefined },
): Decision<SessionEvent> {
  const { sessionId, personId } = command;
  if (!held) return refuse('unknown-session', 'sessionId', { id: sessionId });
  const known = attendance.get(personId);
  if (known) return alreadySo(personId, known, command);
  if (!organisation) return refuse('unknown-person', 'personId', { id: personId });
  return [sessionAttendanceRecorded(command, { occurredAt: startOfDay(held.heldOn), organisation })];
}
