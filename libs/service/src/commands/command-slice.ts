import type { Subject } from '@riggen/access';
import type { Caller, CommandDefinition } from '@riggen/contracts';
import type { Decision, DomainEvent, Evolution } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Lookups } from '../copies/copies.js';

/** One thing that a service can be asked to do: its contract, the stream that owns the rule, and the decision. */
export interface CommandSlice<
  Definition extends CommandDefinition = CommandDefinition,
  State = any,
  Event extends DomainEvent = any,
  Context = any,
> {
  definition: Definition;
  evolution: Evolution<State, Event>;
  streamOf(command: z.infer<Definition['schema']>): string;
  /**
   * The place that the command is about, for the matrix of access; `{}` is the nation. Where the stream has begun, the place is
   * that of the stream, not what the command says. Undefined when what the command names is not known.
   */
  subject(command: z.infer<Definition['schema']>, given: { lookups: Lookups; state: State }): Promise<Subject | undefined>;
  /** The stream, for a command that names it only by a secret; where it gives none, `streamOf` does. */
  findStream?(command: z.infer<Definition['schema']>, given: { lookups: Lookups }): Promise<string | undefined>;
  /** What the decision needs beside command and state: the time, what the service knows of others, and who asks. */
  context(command: z.infer<Definition['schema']>, given: { lookups: Lookups; now: string; state: State; caller: Caller }): Promise<Context>;
  decide(command: z.infer<Definition['schema']>, state: State, context: Context): Decision<Event>;
}

/** Checks the parts of a slice against each other and keeps their types. */
export function commandSlice<Definition extends CommandDefinition, State, Event extends DomainEvent, Context>(
  slice: CommandSlice<Definition, State, Event, Context>,
): CommandSlice<Definition, State, Event, Context> {
  return slice;
}
