import { upcast } from '@riggen/contracts';
import { type Position, StoreOverloaded, StoreUnavailable } from '@riggen/event-store';
import type { PublishedEvent } from '@riggen/messaging';
import type { DataSource } from 'typeorm';
import { blockedStreams, CheckpointMoved, moveCheckpoint, park } from './checkpoints.js';
import type { Projection } from './projection.js';

/** Where a projection's rows and checkpoint are. */
export interface ProjectionTarget {
  dataSource: DataSource;
  schema: string;
  projection: Projection;
}

/**
 * Applies events that follow the checkpoint `from`, as the newest versions of their types; rows and checkpoint commit together. An event that cannot be applied is
 * parked with its reason, and later events of its stream wait behind it; all others go on. Gives the new checkpoint.
 * Throws CheckpointMoved, and what the database says when it is away: then nothing is applied.
 */
export async function applyBatch(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<Position> {
  try {
    return await applyTogether(target, events, from);
  } catch (error) {
    if (error instanceof CheckpointMoved || isPassing(error)) throw error;
  }
  let checkpoint = from;
  for (const event of events) {
    try {
      // Once more by itself: a connection that broke in the batch is no fault of the event.
      checkpoint = await applyTogether(target, [event], checkpoint);
    } catch (error) {
      if (error instanceof CheckpointMoved || isPassing(error)) throw error;
      checkpoint = await parkEvent(target, event, checkpoint, String(error));
    }
  }
  return checkpoint;
}

async function applyTogether(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<Position> {
  const { dataSource, schema, projection } = target;
  const to = events.at(-1)!.position;
  await dataSource.transaction(async (manager) => {
    await moveCheckpoint(manager, schema, projection.name, from, to);
    const blocked = await blockedStreams(manager, schema, projection.name);
    for (const event of events.filter(({ stream }) => blocked.has(stream))) {
      await park(manager, schema, parkedEvent(target, event, 'waits behind an earlier event of its stream'));
    }
    const free = events.filter(({ stream }) => !blocked.has(stream));
    if (free.length) await projection.apply(free.map(upcast), manager);
  });
  return to;
}

async function parkEvent(target: ProjectionTarget, event: PublishedEvent, from: Position, reason: string): Promise<Position> {
  const { dataSource, schema, projection } = target;
  await dataSource.transaction(async (manager) => {
    await moveCheckpoint(manager, schema, projection.name, from, event.position);
    await park(manager, schema, parkedEvent(target, event, reason));
  });
  return event.position;
}

const parkedEvent = ({ projection }: ProjectionTarget, { position, id, stream, type }: PublishedEvent, reason: string) => ({
  ...{ projection: projection.name, position, eventId: id, stream, type, reason },
});

/** Whether an error says that the database or the event store is away or busy, and not that an event is wrong. */
export function isPassing(error: unknown): boolean {
  if (error instanceof StoreUnavailable || error instanceof StoreOverloaded) return true;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code) return /^(08|40|53|55|57)|^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|AI_AGAIN)/.test(code);
  return /^(Connection|timeout exceeded)|not connected|not queryable/i.test(message);
}
