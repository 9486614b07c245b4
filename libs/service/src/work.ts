import { systemCaller } from '@riggen/access';
import type { CommandFrom, CommandReply } from '@riggen/contracts';
import type { EventStore, RecordedEvent } from '@riggen/event-store';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { CommandSlice } from './commands/command-slice.js';
import type { ServiceHost } from './service-host.js';

/** What work of a service has at hand: its tables, the truth of a stream, and its own commands. */
export interface WorkSurroundings {
  tables: EntityManager;
  readStream(stream: string): Promise<RecordedEvent[]>;
  /** Whether these projections of the service include all that is recorded; waits a moment for them. */
  isUpToDate(projections: string[]): Promise<boolean>;
  /** Gives a command of the service; the same `commandId` twice has one effect. Throws when it is refused. */
  give<Slice extends CommandSlice>(slice: Slice, commandId: string, command: z.input<Slice['definition']['schema']>): Promise<void>;
  onError(error: unknown): void;
}

/** What a service does of its own accord, in one process at a time, until the signal aborts. */
export interface Work {
  name: string;
  run(surroundings: WorkSurroundings, signal: AbortSignal): Promise<void>;
}

/** What work has at hand in this process. */
export function workSurroundings(name: string, host: ServiceHost, store: EventStore, tables: EntityManager, onError: (error: unknown) => void): WorkSurroundings {
  return {
    tables,
    readStream: (stream) => store.readStream(stream),
    isUpToDate: async (projections) => host.hasReached(await store.lastPosition(), projections),
    give: async (slice, commandId, command) => {
      const request: CommandFrom = { commandId, correlationId: commandId, language: 'en', caller: systemCaller(name), command };
      const reply: CommandReply = await host.run(slice, request);
      if (reply.outcome === 'refused') throw new Error(`${slice.definition.name}: ${reply.problem.detail}`);
    },
    onError,
  };
}
