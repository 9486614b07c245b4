import type { Organisation } from '@riggen/contracts';
import { calendarDateOf, refuse, type Refusal } from '@riggen/event-sourcing';
import { datesOf, type Gathering } from './gathering.js';
import { groupOf, organisationOfGroup } from './places.js';

/** The days of a gathering that attendance is recorded for, or nothing where it is not known. */
function datesOfGathering({ plan, held }: Gathering): readonly string[] | undefined {
  return held?.dates ?? (plan && datesOf(plan.days));
}

/** Why attendance of a day cannot be recorded now: the gathering is not known or cancelled, or the day is none of its days or not here yet. */
export function notADay(state: Gathering, { gatheringId: id, date }: { gatheringId: string; date: string }, now: string): Refusal | undefined {
  const dates = datesOfGathering(state);
  if (!dates) return refuse(state.scheduled ? 'attendance-as-a-whole' : 'unknown-gathering', 'gatheringId', { id });
  if (state.status === 'cancelled') return refuse('gathering-cancelled', 'gatheringId', { id });
  if (!dates.includes(date)) return refuse('no-such-day', 'date', { date, dates: dates.join(', ') });
  if (date > calendarDateOf(now)) return refuse('day-not-come', 'date', { date });
  return undefined;
}

/** The organisation of somebody with a place, or of somebody who was at a gathering held before Riggen; undefined for all others. */
export function organisationOfParticipant(
  { groups, held }: Gathering,
  personId: string,
  employedIn: Organisation | undefined,
): Organisation | undefined {
  if (held) return employedIn;
  const group = groupOf(groups, personId);
  return group?.status === 'placed' ? organisationOfGroup(group) : undefined;
}
