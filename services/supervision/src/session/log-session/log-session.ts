import { type logSession, type Organisation, sessionHeld } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Session, SessionEvent } from '../session.js';

export type LogSession = z.infer<typeof logSession.schema>;

/** Logs a session of a service's group once, on the day it was held or later. */
export function decideLogSession(
  command: LogSession,
  { held, organisation: known }: Session,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<SessionEvent> {
  if (held) return alreadySo(command.sessionId, { ...held, ...(known?.service && { serviceId: known.service }) }, command);
  const { serviceId, ...log } = command;
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId! });
  const { heldOn } = log;
  if (heldOn > calendarDateOf(now)) return refuse('date-after-today', 'heldOn', { date: heldOn });
  return [sessionHeld(log, { occurredAt: startOfDay(heldOn), organisation })];
}
