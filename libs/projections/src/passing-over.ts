import { type Position, together } from '@riggen/event-store';
import { type Move, moveCheckpoints, movedElsewhere, type Sql } from './checkpoints.js';

/**
 * Moves the checkpoints of a service's consumers over events that do not concern them: one statement for all who ask at the
 * same time. Gives where the checkpoint then is; throws CheckpointMoved when it was elsewhere.
 */
export function passingOver(sql: Sql, schema: string): (move: Move) => Promise<Position> {
  const moveTogether = together(async (moves: Move[]) => {
    const moved = await moveCheckpoints(sql, schema, moves);
    return moves.map(({ name }) => moved.has(name));
  });
  return async (move) => {
    if (!(await moveTogether(move))) throw movedElsewhere(schema, move);
    return move.to;
  };
}
