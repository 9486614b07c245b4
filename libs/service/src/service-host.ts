import type { NatsConnection } from '@nats-io/transport-node';
import { type CommandReply, type CommandRequest, problemOf, problemOfInput, type QueryReply, type QueryRequest } from '@riggen/contracts';
import type { EventStore } from '@riggen/event-store';
import { appendedSubject, type ServiceHealth } from '@riggen/messaging';
import { isPassing, type ProjectionHost } from '@riggen/projections';
import type { Logger } from 'pino';
import type { CommandSlice } from './commands/command-slice.js';
import { runCommand } from './commands/run-command.js';
import { lookupsIn } from './copies/copies.js';
import { commandsTotal, queryDuration } from './observability/metrics.js';
import { throughOutage } from './through-outage.js';
import type { QuerySlice } from './queries/query-controller.js';

const patienceOfCommand = 1_000;
const patienceOfQuery = 5_000;

/** What every service has in its process: the store, its read models, and the ways in for commands and queries. */
export class ServiceHost {
  constructor(
    private readonly store: EventStore,
    private readonly projections: ProjectionHost,
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
  ) {}

  /** Runs a command. An unexpected error is logged and answered without its text. */
  async command(slice: CommandSlice, request: CommandRequest): Promise<CommandReply> {
    try {
      return await throughOutage(() => this.run(slice, request));
    } catch (error) {
      return { outcome: 'refused', problem: this.unexpected(error, slice.definition, request) };
    }
  }

  /** Runs a command that the service gives itself. Throws an unexpected error. */
  async run(slice: CommandSlice, request: CommandRequest): Promise<CommandReply> {
    const { service, name } = slice.definition;
    try {
      const reply = await runCommand(slice, request, {
        store: this.store,
        lookups: lookupsIn(this.projections.tables.manager),
        reached: (position) => this.projections.reach(position, ['copies'], patienceOfCommand),
        now: () => new Date().toISOString(),
      });
      if (reply.outcome === 'accepted') this.nats.publish(appendedSubject);
      commandsTotal.inc({ service, name, outcome: reply.outcome });
      return reply;
    } catch (error) {
      commandsTotal.inc({ service, name, outcome: 'failed' });
      throw error;
    }
  }

  /** Answers a query in a read-only transaction, at least as fresh as the request asks. */
  async query(slice: QuerySlice, request: QueryRequest): Promise<QueryReply> {
    const { definition, projections, answer } = slice;
    const { language, correlationId, fresh } = request;
    const stop = queryDuration.startTimer({ service: definition.service, name: definition.name });
    try {
      const wrongInput = problemOfInput(definition.input, request.input, language);
      if (wrongInput) return { outcome: 'refused', problem: { ...wrongInput, correlationId } };
      if (fresh !== undefined && !(await this.projections.reach(fresh, projections, patienceOfQuery))) {
        return { outcome: 'refused', problem: problemOf({ reason: 'not-yet-fresh', params: {} }, language, correlationId) };
      }
      const output = await throughOutage(() =>
        this.projections.tables.transaction('REPEATABLE READ', async (tables) => {
          await tables.query('set transaction read only');
          return answer(definition.input.parse(request.input), tables);
        }),
      );
      return { outcome: 'answered', output };
    } catch (error) {
      return { outcome: 'refused', problem: this.unexpected(error, definition, request) };
    } finally {
      stop();
    }
  }

  /** How far the service's read models are. */
  async health(): Promise<ServiceHealth> {
    return { ready: true, projections: await this.projections.status() };
  }

  /** What an error is told as: nothing of its text, and whether it may pass. A command may then have had its effect after all. */
  private unexpected(error: unknown, { service, name }: { service: string; name: string }, { language, correlationId }: Pick<QueryRequest, 'language' | 'correlationId'>) {
    if (isPassing(error)) {
      this.logger.warn({ reason: String(error), name, correlationId }, 'the database is away or busy');
      return problemOf({ reason: 'service-unavailable', params: { service } }, language, correlationId);
    }
    this.logger.error({ err: error, name, correlationId }, 'unexpected error');
    return problemOf({ reason: 'internal', params: {} }, language, correlationId);
  }
}
