import type { Position } from '@riggen/event-store';
import { type Move, moveCheckpoints, movedElsewhere, type Sql } from './checkpoints.js';

interface Asked {
  move: Move;
  resolve(position: Position): void;
  reject(error: unknown): void;
}

/** Moves the checkpoints of one service's consumers over events that do not concern them: one statement for all who ask meanwhile. */
export class PassedOver {
  private asked: Asked[] = [];
  private atWork = false;

  constructor(
    private readonly sql: Sql,
    private readonly schema: string,
  ) {}

  /** Moves a checkpoint and gives where it then is. Throws CheckpointMoved when it was elsewhere. */
  move(move: Move): Promise<Position> {
    return new Promise((resolve, reject) => {
      this.asked.push({ move, resolve, reject });
      if (!this.atWork) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.atWork = true;
    while (this.asked.length) await this.moveTogether(this.asked.splice(0));
    this.atWork = false;
  }

  private async moveTogether(asked: Asked[]): Promise<void> {
    try {
      const moved = await moveCheckpoints(this.sql, this.schema, asked.map(({ move }) => move));
      for (const { move, resolve, reject } of asked) {
        if (moved.has(move.name)) resolve(move.to);
        else reject(movedElsewhere(this.schema, move));
      }
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
  }
}
