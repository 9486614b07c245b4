import { type logSession, sessionHeld } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Session, SessionEvent } from '../session.js';

export type LogSession = z.infer<typeof logSession.schema>;

/** Logs a session once, on the day it was held or later. */
export function decideLogSession(command: LogSession, { held }: Session, { now }: { now: string }): Decision<SessionEvent> {
  if (held) return alreadySo(command.sessionId, held, command);
  const { heldOn } = command;
  if (heldOn > calendarDateOf(now)) return refuse('date-after-today', 'heldOn', { date: heldOn });
  return [sessionHeld(command, { occurredAt: startOfDay(heldOn) })];
}
