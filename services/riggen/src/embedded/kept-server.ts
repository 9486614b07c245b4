import type { EmbeddedServer } from './embedded-server.js';
import { StartProblem } from './start-problem.js';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often in a row a server may end, or not start, before Riggen gives up: then something is wrong that stays. */
const mostInARow = 10;
/** A server that was up for so long, in milliseconds, has recovered. */
const recovered = 2_000;
/** How much longer, in milliseconds, each time in a row is waited than the one before. */
const pause = 100;

/** A server that is started again in the same place when it ends by itself: whoever is connected to it finds it again. */
export class KeptServer<Server extends EmbeddedServer> {
  private current: Promise<Server>;
  private stopping = false;

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

  /** Starts it again whenever it ends by itself, or ends while it starts; rejects when that happens too often in a row. */
  async keepRunning(): Promise<void> {
    let server = await this.current;
    for (let inARow = 1; ; inARow += 1) {
      const problem = await this.current.then(
        async (started) => {
          server = started;
          const since = performance.now();
          const how = await started.exited;
          if (performance.now() - since > recovered) inARow = 1;
          return `${this.name} ended unexpectedly (${how})`;
        },
        (error: unknown) => {
          if (error instanceof StartProblem) return error.message;
          throw error;
        },
      );
      if (this.stopping) return;
      if (inARow > mostInARow) throw new StartProblem(`${problem}, the ${inARow}th time in a row, so Riggen stops.`);
      this.say(`${problem} and is started again.`);
      await sleep(pause * inARow);
      if (this.stopping) return;
      this.current = this.start(server);
      this.current.catch(() => undefined); // the next turn is told
    }
  }

  /** Stops it cleanly, also while it starts. */
  async stop(): Promise<void> {
    this.stopping = true;
    await (await this.current.catch(() => undefined))?.stop();
  }
}
