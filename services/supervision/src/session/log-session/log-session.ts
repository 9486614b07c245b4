import { type logSession, type Organisation, sessionHeld } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, isRefusal, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { recordAttendance } from '../attendance.js';
import type { Session, SessionEvent } from '../session.js';

export type LogSession = z.infer<typeof logSession.schema>;

/**
 * Logs a session of a service's group once, on the day it was held or later, together with who attended: all of it, or nothing.
 * Of a session that is logged already, the attendance that is not recorded yet is.
 */
export function decideLogSession(
  command: LogSession,
  state: Session,
  { now, organisation, employedIn }: { now: string; organisation: Organisation | undefined; employedIn: ReadonlyMap<string, Organisation | undefined> },
): Decision<SessionEvent> {
  const { serviceId, attendance, ...log } = command;
  const logged = state.held ? alreadySo<SessionEvent, object>(log.sessionId, { ...state.held, serviceId: state.organisation?.service }, { ...log, serviceId }) : held();
  if (isRefusal(logged)) return logged;
  const recorded = recordAttendance(attendance, state.held ? { ...state, held: state.held } : { ...state, held: log, organisation: organisation! }, employedIn, fieldOf);
  return isRefusal(recorded) ? recorded : [...logged, ...recorded];

  function held(): Decision<SessionEvent> {
    if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId! });
    const { heldOn } = log;
    if (heldOn > calendarDateOf(now)) return refuse('date-after-today', 'heldOn', { date: heldOn });
    return [sessionHeld(log, { occurredAt: startOfDay(heldOn), organisation })];
  }
}

const fieldOf = (index: number, field: string): string => `attendance.${index}.${field}`;
