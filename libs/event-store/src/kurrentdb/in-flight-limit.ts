import { StoreOverloaded } from '../event-store.js';

/** Lets so many pieces of work run at a time, and so many more wait for their turn. */
export class InFlightLimit {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly onIdle: (() => void)[] = [];

  constructor(private readonly limits = { running: 64, waiting: 20_000 }) {}

  /** Runs the work when its turn comes. Throws StoreOverloaded when too much waits already. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.handOn();
    }
  }

  /** Resolves when nothing runs or waits any more. */
  async idle(): Promise<void> {
    if (this.running) await new Promise<void>((resolve) => this.onIdle.push(resolve));
  }

  private async turn(): Promise<void> {
    if (this.running < this.limits.running) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= this.limits.waiting) throw new StoreOverloaded(`${this.waiting.length} commands are waiting to be written`);
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private handOn(): void {
    const next = this.waiting.shift();
    if (next) return next();
    this.running -= 1;
    if (!this.running) this.onIdle.splice(0).forEach((resolve) => resolve());
  }
}
