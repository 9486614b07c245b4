import { StoreOverloaded, type AppendRequest, type AppendResult } from '../event-store.js';

interface Waiting {
  request: AppendRequest;
  resolve: (result: AppendResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Gathers commands that arrive while the last group is being written and writes them together in one transaction: one
 * flush to disk for many commands. A group holds one command a stream; the next of the same stream goes with a later group.
 */
export class GroupCommitter {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;

  constructor(
    private readonly write: (group: AppendRequest[]) => Promise<(AppendResult | Error)[]>,
    private readonly limits = { group: 256, waiting: 20_000 },
  ) {}

  /** Resolves when the command's group is on disk. Throws StoreOverloaded when too many commands wait already. */
  append(request: AppendRequest): Promise<AppendResult> {
    if (this.waiting.length >= this.limits.waiting) {
      return Promise.reject(new StoreOverloaded(`${this.waiting.length} commands are waiting to be written`));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, resolve, reject });
      this.writing ??= this.writeAll();
    });
  }

  /** Resolves when nothing is being written any more. */
  async idle(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    await Promise.resolve(); // callers of the same turn share the first group
    while (this.waiting.length) {
      const group = this.takeGroup();
      try {
        const results = await this.write(group.map(({ request }) => request));
        group.forEach(({ resolve, reject }, index) => {
          const result = results[index]!;
          if (result instanceof Error) reject(result);
          else resolve(result);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.writing = undefined; // in the same turn as the loop's last look: whoever comes later starts anew
  }

  private takeGroup(): Waiting[] {
    const streams = new Set<string>();
    const commands = new Set<string>();
    const group: Waiting[] = [];
    const later: Waiting[] = [];
    for (const waiting of this.waiting) {
      const { stream, envelope } = waiting.request;
      if (group.length < this.limits.group && !streams.has(stream) && !commands.has(envelope.commandId)) {
        streams.add(stream);
        commands.add(envelope.commandId);
        group.push(waiting);
      } else later.push(waiting);
    }
    this.waiting = later;
    return group;
  }
}
