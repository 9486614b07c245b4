import { type Organisation, type recordSessionAttendance } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { recordAttendance } from '../attendance.js';
import type { Session, SessionEvent } from '../session.js';

export type RecordSessionAttendance = z.infer<typeof recordSessionAttendance.schema>;

/** Records an employee's attendance of a session that is logged, once. */
export function decideRecordSessionAttendance(
  command: RecordSessionAttendance,
  state: Session,
  { employedIn }: { employedIn: ReadonlyMap<string, Organisation | undefined> },
): Decision<SessionEvent> {
  const { held } = state;
  if (!held) return refuse('unknown-session', 'sessionId', { id: command.sessionId });
  return recordAttendance([command], { ...state, held }, employedIn, (_, field) => field);
}
