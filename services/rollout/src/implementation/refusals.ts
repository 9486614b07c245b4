import { calendarDateOf, refuse, type Refusal } from '@riggen/event-sourcing';
import type { Implementation } from './implementation.js';

/** Why nothing can be recorded of an implementation on a day: it has not begun, not yet by then, or the day has not come. */
export function refusedOn(
  { started }: Implementation,
  { serviceId, programmeId }: { serviceId: string; programmeId: string },
  { day, field, now }: { day: string; field: string; now: string },
): Refusal | undefined {
  if (!started) return refuse('implementation-not-started', 'programmeId', { service: serviceId, programme: programmeId });
  if (day > calendarDateOf(now)) return refuse('date-after-today', field, { date: day });
  if (day < started.startedOn) return refuse('before-implementation', field, { date: day, from: started.startedOn });
  return undefined;
}

/** That somebody else changed something after it was seen, and how. */
export const changedMeanwhile = (field: string, what: string, change: string): Refusal => refuse('changed-meanwhile', field, { what, change });
