import { together } from '@riggen/event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { CheckpointMoved, type Move, moveCheckpoints } from './checkpoints.js';
import { isPassing } from './passing-errors.js';
import { pipelinedTransaction } from './pipelined-transaction.js';

/** What a consumer writes in the transaction that moves its checkpoint; `anyParked` tells whether events of it are parked. */
type Write = (rows: EntityManager, anyParked: boolean) => Promise<void>;

/** Moves a checkpoint, with what is written then, both or neither. Throws CheckpointMoved, and what the writing throws. */
export type MoveCheckpoint = (move: Move, write?: Write) => Promise<void>;

interface Step {
  move: Move;
  write: Write | undefined;
}

interface Attempt {
  /** The checkpoints that were where they were thought to be, and whether events of them are parked. */
  moved: Map<string, boolean>;
  isWritten: boolean;
}

/**
 * Moves the checkpoints of a service's consumers: in one transaction for all who ask at the same time. What they write is sent
 * with the moves, in the belief that checkpoints are where they are thought to be and events parked as they were at the last
 * move. Where one of several fails, or the belief is wrong, nothing is written, and each is tried by itself: none harms another.
 */
export function checkpointMoves(tables: DataSource, schema: string): MoveCheckpoint {
  const parked = new Map<string, boolean>();

  const attempt = async (steps: Step[]): Promise<Attempt> => {
    const moves = steps.map(({ move }) => move);
    if (!steps.some(({ write }) => write)) return { moved: await moveCheckpoints(tables.manager, schema, moves), isWritten: true };
    const believed = new Map(moves.map(({ name }) => [name, parked.get(name) ?? false]));
    let moved = new Map<string, boolean>();
    const isWritten = await pipelinedTransaction(
      tables,
      (rows) => [
        moveCheckpoints(rows, schema, moves).then((result) => void (moved = result)),
        ...steps.map(async ({ move, write }) => write?.(rows, believed.get(move.name)!)),
      ],
      () => moves.every(({ name }) => moved.get(name) === believed.get(name)),
    );
    for (const [name, anyParked] of moved) parked.set(name, anyParked);
    return { moved, isWritten };
  };
  const attemptAlone = async (step: Step): Promise<boolean> => {
    const { moved, isWritten } = await attempt([step]);
    if (isWritten || !moved.size) return moved.size > 0;
    return (await attempt([step])).isWritten; // now that it is known whether events are parked
  };

  const moveTogether = together(async (steps: Step[]): Promise<(boolean | Error)[]> => {
    try {
      const { moved, isWritten } = await attempt(steps);
      if (isWritten) return steps.map(({ move }) => moved.has(move.name));
    } catch (error) {
      if (steps.length === 1 || isPassing(error)) throw error;
    }
    const outcomes: (boolean | Error)[] = [];
    for (const step of steps) outcomes.push(await attemptAlone(step).catch((error: Error) => error));
    return outcomes;
  });
  return async (move, write) => {
    const outcome = await moveTogether({ move, write });
    if (outcome instanceof Error) throw outcome;
    if (!outcome) throw new CheckpointMoved(`${schema}.${move.name} is no longer at "${move.from}"`);
  };
}
