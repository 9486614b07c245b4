import type { CommandDefinition, EventDefinition } from '@riggen/contracts';
import type { PublishedEvent } from '@riggen/projections';
import type { z } from 'zod';
import type { CommandSlice } from '../commands/command-slice.js';
import type { DataOf, Lookups } from '../copies/copies.js';

/** A command of the reaction's own service that an event asks for. */
export interface Order {
  slice: CommandSlice;
  command: unknown;
}

/** What an event asks for. */
interface ReactionTo {
  event: EventDefinition;
  orders(data: never, given: { event: PublishedEvent; lookups: Lookups }): Order[] | Promise<Order[]>;
}

/**
 * Commands that a service gives itself because of events, its own or those of others. An event is reacted to once: the ids
 * of its commands are made from its own id. `name` is part of these ids and of the checkpoint: it never changes.
 */
export interface Reaction {
  name: string;
  to: ReactionTo[];
}

/** Says what one event asks for: `reactsTo(caseworkerLeft, ({ personId }) => [order(endEnrolmentSlice, { personId })])`. */
export function reactsTo<Definition extends EventDefinition>(
  event: Definition,
  orders: (data: DataOf<Definition>, given: { event: PublishedEvent; lookups: Lookups }) => Order[] | Promise<Order[]>,
): ReactionTo {
  return { event, orders };
}

/** An order with its content checked against the command's contract. */
export function order<Definition extends CommandDefinition>(slice: CommandSlice<Definition>, command: z.input<Definition['schema']>): Order {
  return { slice, command };
}
