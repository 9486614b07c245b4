import { StoreOverloaded, type AppendRequest, type AppendResult } from '../event-store.js';

interface Waiting {
  request: AppendRequest;
  since: number;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers commands that arrive while others are being written and writes them together in one transaction: one flush to disk
 * for many commands. Two groups are on their way at a time, so that one is made while the database writes the other. A group
 * holds one command a stream; the next of the same stream goes with a later group.
 */
export class GroupCommitter {
  private waiting: Waiting[] = [];
  private writers = 0;
  private groupsOnTheirWay = 0;
  private idleCallers: (() => void)[] = [];

  constructor(
    private readonly write: (group: AppendRequest[]) => Promise<(AppendResult | Error)[]>,
    private readonly limits = { group: 256, waiting: 20_000, milliseconds: 5_000, writers: 2 },
  ) {}

  /**
   * Resolves when the command's group is on disk. Throws StoreOverloaded when too many commands wait already, or one has waited
   * too long: whoever came now would have given up before its turn.
   */
  append(request: AppendRequest): Promise<AppendResult> {
    const since = performance.now();
    const [first] = this.waiting;
    if (first && (this.waiting.length >= this.limits.waiting || since - first.since > this.limits.milliseconds)) {
      const seconds = ((since - first.since) / 1000).toFixed(1);
      return Promise.reject(new StoreOverloaded(`${this.waiting.length} commands are waiting to be written, the first for ${seconds} s`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, since, resolve, reject });
      if (this.writers < this.limits.writers) void this.writeAll();
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    if (this.writers) await new Promise<void>((resolve) => this.idleCallers.push(resolve));
  }

  private async writeAll(): Promise<void> {
    this.writers += 1;
    await Promise.resolve(); // callers of the same turn share the first group
    for (let group = this.takeGroup(); group.length; group = this.takeGroup()) {
      this.groupsOnTheirWay += 1;
      try {
        const results = await this.write(group.map(({ request }) => request));
        group.forEach(({ resolve, reject }, index) => {
          const result = results[index]!;
          if (result instanceof Error) reject(result);
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      } finally {
        this.groupsOnTheirWay -= 1;
      }
    }
    this.writers -= 1; // in the same turn as the loop's last look: whoever comes later starts anew
    if (!this.writers) this.idleCallers.splice(0).forEach((resolve) => resolve());
  }

  private takeGroup(): Waiting[] {
    const streams = new Set<string>();
    const commands = new Set<string>();
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    // The writers share what waits, so that both are at work.
    const share = Math.ceil(this.waiting.length / (this.limits.writers - this.groupsOnTheirWay));
    const most = Math.min(this.limits.group, share);
    for (const waiting of this.waiting) {
      const { stream, envelope } = waiting.request;
      if (group.length < most && !streams.has(stream) && !commands.has(envelope.commandId)) {
        streams.add(stream);
        commands.add(envelope.commandId);
        group.push(waiting);
      } else later.push(waiting);
    }
    this.waiting = later;
    return group;
  }
}
