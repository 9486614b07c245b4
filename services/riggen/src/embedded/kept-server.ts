import type { EmbeddedServer } from './embedded-server.js';
import { StartProblem } from './start-problem.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often a server may end by itself within how many milliseconds before Riggen gives up: then something is wrong that stays. */
const limit = { restarts: 5, within: 10 * 60_000 };

/** A server that is started again in the same place when it ends by itself: whoever is connected to it finds it again. */
export class KeptServer<Server extends EmbeddedServer> {
  private current: Promise<Server>;
  private stopping = false;
  private readonly restarts: number[] = [];

  constructor(
    private readonly name: string,
    /** Starts it, the next times in the place of the one before. */
    private readonly start: (before?: Server) => Promise<Server>,
    private readonly say: (line: string) => void,
  ) {
    this.current = start();
    this.current.catch(() => undefined); // whoever waits for `ready` is told
  }

  /** The server once it has started for the first time. */
  ready(): Promise<Server> {
    return this.current;
  }

  /** Starts it again whenever it ends by itself; rejects when it does so too often, or cannot be started again. */
  async keepRunning(): Promise<void> {
    while (!this.stopping) {
      const server = await this.current;
      const how = await server.exited;
      if (this.stopping) return;
      this.requireSeldom(how);
      this.say(`${this.name} ended unexpectedly (${how}) and is started again.`);
      await sleep(200 * this.restarts.length);
      if (this.stopping) return;
      this.current = this.start(server);
    }
  }

  /** Stops it cleanly, also while it starts. */
  async stop(): Promise<void> {
    this.stopping = true;
    await (await this.current.catch(() => undefined))?.stop();
  }

  private requireSeldom(how: string): void {
    const now = performance.now();
    this.restarts.push(now);
    if (this.restarts.filter((at) => at > now - limit.within).length > limit.restarts) {
      throw new StartProblem(`${this.name} ended unexpectedly (${how}), the ${this.restarts.length}th time, so Riggen stops.`);
    }
  }
}
