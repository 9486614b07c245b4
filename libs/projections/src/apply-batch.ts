import { upcast } from '@riggen/contracts';
import { errorText, type PersonalData, type Position, StoreOverloaded, StoreUnavailable } from '@riggen/event-store';
import type { PublishedEvent } from '@riggen/messaging';
import type { DataSource } from 'typeorm';
import { CheckpointMoved, lockCheckpoint, moveCheckpoint } from './checkpoints.js';
import { blockedStreams, park, unpark, waitingReason } from './parked-events.js';
import type { Projection } from './projection.js';

/** Where a projection's rows and checkpoint are. */
export interface ProjectionTarget {
  dataSource: DataSource;
  schema: string;
  projection: Projection;
  /** Opens the personal data in events; without it they stay encrypted. */
  personalData?: PersonalData;
}

/**
 * Applies events that follow the checkpoint `from`, as the newest versions of their types; rows and checkpoint commit together.
 * An event that cannot be applied is found by halving, and parked with its reason; later events of its stream wait behind it;
 * all others go on. Gives the new checkpoint. Throws CheckpointMoved, and what the database says when it is away.
 */
export async function applyBatch(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<Position> {
  try {
    return await applyTogether(target, events, from);
  } catch (error) {
    if (error instanceof CheckpointMoved || isPassing(error)) throw error;
    if (events.length === 1) return parkEvent(target, events[0]!, from, errorText(error));
  }
  const half = events.length >> 1;
  return applyBatch(target, events.slice(half), await applyBatch(target, events.slice(0, half), from));
}

/** Events as the projection gets them: personal data opened or concealed, in the newest versions. */
async function readable({ projection, personalData }: ProjectionTarget, events: PublishedEvent[]): Promise<PublishedEvent[]> {
  if (!personalData) return events.map(upcast);
  return (await (projection.readsPersonalData ? personalData.open(events) : personalData.conceal(events))).map(upcast);
}

async function applyTogether(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<Position> {
  const { dataSource, schema, projection } = target;
  const to = events.at(-1)!.position;
  const concerning = events.filter(({ type }) => projection.events.includes(type));
  const readableEvents = await readable(target, concerning);
  await dataSource.transaction(async (manager) => {
    const anyParked = await moveCheckpoint(manager, schema, projection.name, from, to);
    const blocked = anyParked ? await blockedStreams(manager, schema, projection.name, concerning) : new Set<string>();
    const waiting = concerning.filter(({ stream }) => blocked.has(stream));
    await park(manager, schema, projection.name, waiting.map((event) => ({ event, reason: waitingReason })));
    const free = readableEvents.filter(({ stream }) => !blocked.has(stream));
    if (free.length) await projection.apply(free, manager);
  });
  return to;
}

async function parkEvent(target: ProjectionTarget, event: PublishedEvent, from: Position, reason: string): Promise<Position> {
  const { dataSource, schema, projection } = target;
  await dataSource.transaction(async (manager) => {
    await moveCheckpoint(manager, schema, projection.name, from, event.position);
    await park(manager, schema, projection.name, [{ event, reason }]);
  });
  return event.position;
}

/** Applies a parked event and takes it off the list, both or neither. Throws why it cannot be applied. */
export async function applyParked(target: ProjectionTarget, event: PublishedEvent): Promise<void> {
  const { dataSource, schema, projection } = target;
  const [readableEvent] = await readable(target, [event]);
  await dataSource.transaction(async (manager) => {
    await lockCheckpoint(manager, schema, projection.name);
    if (await unpark(manager, schema, projection.name, event.id)) await projection.apply([readableEvent!], manager);
  });
}

/** Raised when an event cannot be handled now and may be a little later. */
export class NotYet extends Error {}

/** Whether an error says that the database or the event store is away or busy, and not that an event is wrong. */
export function isPassing(error: unknown): boolean {
  if (error instanceof NotYet || error instanceof StoreUnavailable || error instanceof StoreOverloaded) return true;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code) return /^(08|25006|25P03|40|53|55|57|58)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN|RR_STREAM)/.test(code);
  return /^(Connection|timeout exceeded)|not connected|not queryable/i.test(message);
}
