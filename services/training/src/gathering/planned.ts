import { calendarDateOf, type Decision, isRefusal, refuse, type Refusal } from '@riggen/event-sourcing';
import { datesOf, type Gathering, gathering, type GatheringEvent, type Plan } from './gathering.js';
import { type LineRules, settle } from './places.js';

/** What a decision about a planned gathering needs beside it. `offerHours` is undefined where its curriculum is not known. */
export interface PlanContext {
  now: string;
  offerHours: number | undefined;
}

/** The plan of a gathering that can still be changed, or why not. */
export function openPlan({ plan, status }: Gathering, gatheringId: string): Plan | Refusal {
  if (!plan) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (status === 'cancelled') return refuse('gathering-cancelled', 'gatheringId', { id: gatheringId });
  return plan;
}

/** Refuses an edit that was made without knowing of a later one, and tells what changed. */
export function changedSince({ edits, version }: Gathering, basedOn: number | undefined): Refusal | undefined {
  const later = basedOn === undefined ? [] : edits.filter((edit) => edit.version > basedOn);
  if (!later.length) return undefined;
  return refuse('changed-since', 'basedOn', { changes: later.map(({ field, to }) => `${field}: ${to}`).join('; '), version });
}

/** Why days are not such as a gathering can have: in order, one a date, not over, each ending after it begins. */
export function wrongDays(days: Plan['days'], now: string): Refusal | undefined {
  const today = calendarDateOf(now);
  for (const [index, { date, from, to }] of days.entries()) {
    if (date < today) return refuse('gathering-in-past', `days.${index}.date`, { date });
    if (index > 0 && date <= days[index - 1]!.date) return refuse('days-not-in-order', `days.${index}.date`, { date });
    if (to <= from) return refuse('day-ends-before-start', `days.${index}.to`, { date, from, to });
  }
  return undefined;
}

export function lineRules({ plan, status }: Gathering, offerHours: number): LineRules {
  const { gatheringId, capacity, days } = plan!;
  return { gatheringId, capacity, firstDate: days[0]!.date, isOpen: status === 'published', offerHours };
}

/**
 * Decides about a gathering as time has made it: first come the events that are due, then those of the command, then what the
 * command makes due. A refusal leaves all as it was.
 */
export function settled(
  state: Gathering,
  gatheringId: string,
  { now, offerHours }: PlanContext,
  decide: (current: Gathering, rules: LineRules) => Decision<GatheringEvent>,
): Decision<GatheringEvent> {
  if (!state.plan) return refuse('unknown-gathering', 'gatheringId', { id: gatheringId });
  if (offerHours === undefined) return refuse('unknown-programme', undefined, { id: state.plan.programmeId });
  const due = settle(state.groups, lineRules(state, offerHours), now);
  const current = due.reduce(gathering.evolve, state);
  const decision = decide(current, lineRules(current, offerHours));
  if (isRefusal(decision)) return decision;
  const after = decision.reduce(gathering.evolve, current);
  return [...due, ...decision, ...settle(after.groups, lineRules(after, offerHours), now)];
}

/** The organisation of a gathering's own events. */
export const organisationOfPlan = ({ region }: Pick<Plan, 'region'>) => ({ region });

export const lastDateOf = (plan: Plan): string => datesOf(plan.days).at(-1)!;
