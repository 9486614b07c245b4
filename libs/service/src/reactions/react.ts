import { errorText } from '@riggen/event-store';
import { systemCaller } from '@riggen/access';
import { type CommandFrom, type CommandReply, upcast } from '@riggen/contracts';
import type { PersonalData, Position } from '@riggen/event-store';
import {
  beginCheckpoint,
  blockedStreams,
  type EventConsumer,
  forgetParked,
  isPassing,
  type MoveCheckpoint,
  NotYet,
  park,
  type PublishedEvent,
  unpark,
  waitingReason,
} from '@riggen/projections';
import type { DataSource } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import type { CommandSlice } from '../commands/command-slice.js';
import { lookupsIn } from '../copies/copies.js';
import type { Order, Reaction } from './reaction.js';

/** What a reaction works with: the tables of its service, and the way in for its commands, which throws what is unexpected. */
export interface ReactionSurroundings {
  schema: string;
  tables: DataSource;
  move: MoveCheckpoint;
  personalData: PersonalData;
  run(slice: CommandSlice, request: CommandFrom): Promise<CommandReply>;
}

/**
 * A reaction as a consumer of the store. An event whose command is refused is parked with the reason, and what follows in
 * its stream waits behind it. The checkpoint moves after the commands: a batch that is handled again gives the same command
 * ids, which have one effect. A new reaction begins with the first event, and so does each when the store was replaced.
 */
export async function reactionConsumer(reaction: Reaction, surroundings: ReactionSurroundings): Promise<EventConsumer> {
  const { schema, tables, move, personalData } = surroundings;
  const name = `reaction.${reaction.name}`;
  const concerning = new Map(reaction.to.map((to) => [to.event.type, to]));
  await beginCheckpoint(tables, schema, name);

  const lookups = lookupsIn(tables.manager);
  const react = async (recorded: PublishedEvent): Promise<void> => {
    const event = upcast((await personalData.conceal([recorded]))[0]!);
    const orders = await concerning.get(event.type)!.orders(event.data as never, { event, lookups });
    for (const [commandId, order] of withIds(orders, event, reaction)) await give(order, commandId, event, name, surroundings);
  };

  const apply = async (events: PublishedEvent[], from: Position): Promise<void> => {
    const concerned = events.filter(({ type }) => concerning.has(type));
    const blocked = await blockedStreams(tables, schema, name, concerned);
    const parked: { event: PublishedEvent; reason: string }[] = [];
    for (const event of concerned) {
      const reason = blocked.has(event.stream) ? waitingReason : await failureOf(react(event));
      if (reason === undefined) continue;
      blocked.add(event.stream);
      parked.push({ event, reason });
    }
    const to = events.at(-1)!.position;
    await move({ name, from, to }, parked.length ? (rows) => park(rows, schema, name, parked) : undefined);
  };
  const applyParked = async (event: PublishedEvent): Promise<void> => {
    await react(event);
    await unpark(tables, schema, name, event.id);
  };
  const beginAnew = () =>
    tables.transaction(async (manager) => {
      await beginCheckpoint(manager, schema, name);
      await forgetParked(manager, schema, name);
    });
  return { schema, name, events: [...concerning.keys()], apply, applyParked, beginAnew };
}

/** Why work failed, or nothing when it went well; what will pass is thrown. */
async function failureOf(work: Promise<void>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (isPassing(error)) throw error;
    return errorText(error);
  }
}

async function give({ slice, command }: Order, commandId: string, event: PublishedEvent, name: string, { run }: ReactionSurroundings): Promise<void> {
  const { id: causationId, correlationId, marking, position: seen } = event;
  const reply = await run(slice, {
    ...{ commandId, correlationId, causationId, seen, command, language: 'en', caller: systemCaller(name) },
    ...(marking && { marking: marking as CommandFrom['marking'] }),
  });
  if (reply.outcome !== 'refused') return;
  const { reason, detail, retryable } = reply.problem;
  // The id is the reaction's own: the command had its effect before, on what was known then.
  if (reason === 'command-id-reused') return;
  if (retryable || reason === 'too-many-conflicts') throw new NotYet(detail);
  throw new Error(`${slice.definition.service} refused ${slice.definition.name}: ${detail}`);
}

/** The id of a command follows from the event, the reaction, and what it is to do in which stream, in whatever order. */
function withIds(orders: Order[], event: PublishedEvent, { name }: Reaction): Map<string, Order> {
  const byId = new Map<string, Order>();
  for (const order of orders) {
    const { definition, streamOf } = order.slice;
    const what = `${name} ${definition.service}.${definition.name} ${streamOf(definition.schema.parse(order.command))}`;
    const id = uuidv5(what, event.id);
    if (byId.has(id)) throw new Error(`Two commands for the same stream: ${what}`);
    byId.set(id, order);
  }
  return byId;
}
