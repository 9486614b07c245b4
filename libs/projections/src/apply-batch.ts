import { upcast } from '@riggen/contracts';
import { errorText, type PersonalData, type Position } from '@riggen/event-store';
import type { PublishedEvent } from '@riggen/messaging';
import type { DataSource } from 'typeorm';
import type { MoveCheckpoint } from './checkpoint-moves.js';
import { CheckpointMoved, lockCheckpoint } from './checkpoints.js';
import { blockedStreams, park, unpark, waitingReason } from './parked-events.js';
import { isPassing } from './passing-errors.js';
import type { Projection } from './projection.js';

/** Where a projection's rows and checkpoint are. */
export interface ProjectionTarget {
  dataSource: DataSource;
  schema: string;
  projection: Projection;
  move: MoveCheckpoint;
  /** Opens the personal data in events; without it they stay encrypted. */
  personalData?: PersonalData;
}

/**
 * Applies events that follow the checkpoint `from`, as the newest versions of their types; rows and checkpoint commit together.
 * An event that cannot be applied is found by halving, and parked with its reason; later events of its stream wait behind it;
 * all others go on. Throws CheckpointMoved, and what the database says when it is away.
 */
export async function applyBatch(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<void> {
  try {
    return await applyTogether(target, events, from);
  } catch (error) {
    if (error instanceof CheckpointMoved || isPassing(error)) throw error;
    if (events.length === 1) return parkEvent(target, events[0]!, from, errorText(error));
  }
  const half = events.length >> 1;
  await applyBatch(target, events.slice(0, half), from);
  await applyBatch(target, events.slice(half), events[half - 1]!.position);
}

/** Events as the projection gets them: personal data opened or concealed, in the newest versions. */
async function readable({ projection, personalData }: ProjectionTarget, events: PublishedEvent[]): Promise<PublishedEvent[]> {
  if (!personalData) return events.map(upcast);
  return (await (projection.readsPersonalData ? personalData.open(events) : personalData.conceal(events))).map(upcast);
}

async function applyTogether(target: ProjectionTarget, events: PublishedEvent[], from: Position): Promise<void> {
  const { move, schema, projection } = target;
  const to = events.at(-1)!.position;
  const concerning = events.filter(({ type }) => projection.events.includes(type));
  const readableEvents = await readable(target, concerning);
  await move({ name: projection.name, from, to }, async (manager, anyParked) => {
    const blocked = anyParked ? await blockedStreams(manager, schema, projection.name, concerning) : new Set<string>();
    const waiting = concerning.filter(({ stream }) => blocked.has(stream));
    await park(manager, schema, projection.name, waiting.map((event) => ({ event, reason: waitingReason })));
    const free = readableEvents.filter(({ stream }) => !blocked.has(stream));
    if (free.length) await projection.apply(free, manager);
  });
}

async function parkEvent({ move, schema, projection: { name } }: ProjectionTarget, event: PublishedEvent, from: Position, reason: string): Promise<void> {
  await move({ name, from, to: event.position }, (manager) => park(manager, schema, name, [{ event, reason }]));
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
