import type { DomainEvent } from './event.js';

/** How a stream's events become the state that decisions are made on. */
export interface Evolution<State, Event extends DomainEvent> {
  initialState: State;
  evolve(state: State, event: Event): State;
}

/**
 * Why a command is refused: a reason by name, the field that it concerns as a path into the command, and the values that
 * its text needs. `retryable` says that the same command may be accepted a little later.
 */
export interface Refusal {
  refused: true;
  reason: string;
  field?: string;
  params: Record<string, string | number>;
  retryable?: boolean;
}

/** Events to append, an empty list when it is already so, or a refusal. */
export type Decision<Event extends DomainEvent> = Event[] | Refusal;

export function refuse(reason: string, field?: string, params: Record<string, string | number> = {}): Refusal {
  return { refused: true, reason, params, ...(field !== undefined && { field }) };
}

export function isRefusal(decision: unknown): decision is Refusal {
  return typeof decision === 'object' && decision !== null && 'refused' in decision;
}

/** Folds a stream's events, oldest first, into its state. */
export function fold<State, Event extends DomainEvent>(
  evolution: Evolution<State, Event>,
  events: Iterable<Event>,
  from: State = evolution.initialState,
): State {
  let state = from;
  for (const event of events) state = evolution.evolve(state, event);
  return state;
}
