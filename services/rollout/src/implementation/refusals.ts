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

/** How far ahead something can be planned, in years: a typing error in the year shows. */
const yearsAhead = 10;

/** Why nothing can be planned for a day: it lies too far ahead. */
export function refusedPlannedDay(day: string, field: string, now: string): Refusal | undefined {
  const last = `${Number(calendarDateOf(now).slice(0, 4)) + yearsAhead}-12-31`;
  return day > last ? refuse('planned-too-far', field, { date: day, last }) : undefined;
}

/** That somebody else changed something after it was seen, and how. */
export const changedMeanwhile = (field: string, what: string, change: string): Refusal => refuse('changed-meanwhile', field, { what, change });
