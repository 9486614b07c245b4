import assert from 'node:assert/strict';
import { fold, isRefusal, type Decision, type Evolution, type Refusal } from './decider.js';
import type { DomainEvent } from './event.js';

/**
 * Reads a decider as a specification: `given(events).when(command, context).then(events)`, `.thenNothing()` or
 * `.thenRefused(reason, { field })`. Fails with the difference.
 */
export function specification<State, Command, Context, Event extends DomainEvent>(
  evolution: Evolution<State, Event>,
  decide: (command: Command, state: State, context: Context) => Decision<Event>,
) {
  const when = (events: Event[], command: Command, context: Context) => {
    const decision = decide(command, fold(evolution, events), context);
    return {
      decision,
      then: (...expected: Event[]) => assert.deepStrictEqual(decision, expected),
      thenNothing: () => assert.deepStrictEqual(decision, []),
      thenRefused: (reason: string, about: Pick<Refusal, 'field'> = {}) => {
        assert.ok(isRefusal(decision), `expected the refusal ${reason}, got ${JSON.stringify(decision)}`);
        assert.equal(decision.reason, reason);
        if (about.field) assert.equal(decision.field, about.field);
      },
    };
  };
  return {
    given: (...events: Event[]) => ({ when: (command: Command, context: Context) => when(events, command, context) }),
  };
}
