/** Somebody asked Riggen to stop: no failure. */
export class StopRequested extends Error {}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Listens for the wish to stop, from the terminal, a supervisor or an error that nobody caught. Later wishes change nothing. */
export class StopRequest {
  private readonly controller = new AbortController();
  private readonly onSignal = () => this.controller.abort(new StopRequested());
  private readonly onUncaught = (error: unknown) => this.controller.abort(error);

  constructor() {
    for (const signal of stopSignals) process.on(signal, this.onSignal);
    process.on('uncaughtException', this.onUncaught);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The work's outcome, or the reason to stop when that comes first. */
  async orDone<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
    const stopped = new Promise<never>((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason as Error), { once: true });
    });
    return Promise.race([work, stopped]);
  }

  /** Stops listening. */
  dispose(): void {
    for (const signal of stopSignals) process.off(signal, this.onSignal);
    process.off('uncaughtException', this.onUncaught);
  }
}

/** Waits for the work, but not for ever. */
export async function settledWithin(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
