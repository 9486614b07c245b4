import { errorText } from '@riggen/event-store';
import type { NatsConnection } from '@nats-io/transport-node';
import { matrixRow, type Subject } from '@riggen/access';
import { type Caller, type CommandFrom, type CommandReply, problemOf, problemOfInput, type Problem, type QueryDefinition, type QueryFrom, type QueryReply } from '@riggen/contracts';
import type { EventStore, PersonalData, Position } from '@riggen/event-store';
import { appendedSubject, type ServiceHealth, verifyCaller } from '@riggen/messaging';
import { isPassing, type ProjectionHost, showRowsOf } from '@riggen/projections';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { CommandSlice } from './commands/command-slice.js';
import { runCommand } from './commands/run-command.js';
import { type Lookups, lookupsIn } from './copies/copies.js';
import { permittedSubject } from './permitted-subject.js';
import { commandsTotal, queryDuration } from './observability/metrics.js';
import { throughOutage } from './through-outage.js';
import type { ReadingsLog } from './readings/readings-log.js';
import type { QuerySlice } from './queries/query-slice.js';
import { warningsOf } from './warnings/warnings-of.js';

const patienceOfCommand = 1_000;
const patienceOfQuery = 5_000;

/** What every service has in its process: the store, its read models, and the ways in for commands and queries. */
export class ServiceHost {
  private readonly lookups: Lookups;

  constructor(
    private readonly store: EventStore,
    private readonly personalData: PersonalData,
    private readonly projections: ProjectionHost,
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
    private readonly callerKey: string,
    private readonly readings: ReadingsLog,
  ) {
    this.lookups = lookupsIn(projections.tables.manager);
  }

  /** Does what a request over NATS asks for, when the one who asks is rightly signed; else it is refused. */
  async fromSigned<Request extends { caller: string; language: QueryFrom['language']; correlationId: string }, Reply>(
    request: Request,
    work: (request: Omit<Request, 'caller'> & { caller: Caller }) => Promise<Reply>,
  ): Promise<Reply | { outcome: 'refused'; problem: Problem }> {
    const caller = verifyCaller(this.callerKey, request.caller);
    return caller ? work({ ...request, caller }) : refused('not-signed-in', request);
  }

  /** The tables of the service, for what it keeps that is no event. */
  get tables(): DataSource {
    return this.projections.tables;
  }

  /** Runs a command, and warns of free texts that likely name a person. An unexpected error is logged and answered without its text. */
  async command(slice: CommandSlice, request: CommandFrom): Promise<CommandReply> {
    try {
      const reply = await throughOutage(() => this.run(slice, request));
      if (reply.outcome === 'refused') return reply;
      const warnings = warningsOf(slice.definition.schema, request.command, request.language);
      return { ...reply, ...(warnings.length && { warnings }) };
    } catch (error) {
      return { outcome: 'refused', problem: this.unexpected(error, slice.definition, request) };
    }
  }

  /** Runs a command that the service gives itself. Throws an unexpected error. */
  async run(slice: CommandSlice, request: CommandFrom): Promise<CommandReply> {
    const { service, name } = slice.definition;
    try {
      const reply = await runCommand(slice, request, {
        store: this.store,
        personalData: this.personalData,
        lookups: this.lookups,
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

  /** Answers a query in a read-only transaction over the rows that its caller may see, at least as fresh as the request asks. */
  async query(slice: QuerySlice, request: QueryFrom): Promise<QueryReply> {
    const { definition, projections } = slice;
    const { language, correlationId, fresh, caller } = request;
    const stop = queryDuration.startTimer({ service: definition.service, name: definition.name });
    try {
      const wrongInput = problemOfInput(definition.input, request.input, language);
      if (wrongInput) return { outcome: 'refused', problem: { ...wrongInput, correlationId } };
      if (fresh !== undefined && !(await this.projections.reach(fresh, projections, patienceOfQuery))) {
        return refused('not-yet-fresh', request);
      }
      const input: unknown = definition.input.parse(request.input);
      return await throughOutage(() =>
        this.projections.tables.transaction('REPEATABLE READ', async (tables): Promise<QueryReply> => {
          const subject = await permittedSubject(definition, caller, () => slice.subject(input, tables));
          if (!subject) return refused('not-permitted', request);
          await showRowsOf(tables, caller, matrixRow(definition)?.counts);
          const output = await slice.answer(input, tables, caller);
          return (await this.isLogged(request, definition, subject)) ? { outcome: 'answered', output } : refused('reading-not-logged', request);
        }),
      );
    } catch (error) {
      return { outcome: 'refused', problem: this.unexpected(error, definition, request) };
    } finally {
      stop();
    }
  }

  /** Logs the reading where the matrix says that it is one of person-level data. A reading that cannot be logged must not be answered. */
  private async isLogged({ caller, correlationId }: QueryFrom, { service, name }: QueryDefinition, subject: Subject): Promise<boolean> {
    const purpose = matrixRow({ service, name })?.personLevel;
    if (purpose === undefined) return true;
    try {
      await this.readings.add({ caller, query: `${service}/${name}`, purpose, subject, correlationId });
      return true;
    } catch (error) {
      this.logger.error({ err: error, name, correlationId }, 'a reading could not be logged');
      return false;
    }
  }

  /** Whether projections have reached a position, or do so within the patience of a query. */
  hasReached(position: Position, projections: string[]): Promise<boolean> {
    return this.projections.reach(position, projections, patienceOfQuery);
  }

  /** How far the service's read models are. */
  async health(): Promise<ServiceHealth> {
    return { ready: true, projections: await this.projections.status() };
  }

  /** What an error is told as: nothing of its text, and whether it may pass. A command may then have had its effect after all. */
  private unexpected(error: unknown, { service, name }: { service: string; name: string }, { language, correlationId }: Pick<QueryFrom, 'language' | 'correlationId'>) {
    if (isPassing(error)) {
      this.logger.warn({ reason: errorText(error), name, correlationId }, 'the database is away or busy');
      return problemOf({ reason: 'service-unavailable', params: { service } }, language, correlationId);
    }
    this.logger.error({ err: error, name, correlationId }, 'unexpected error');
    return problemOf({ reason: 'internal', params: {} }, language, correlationId);
  }
}

const refused = (reason: string, { language, correlationId }: Pick<QueryFrom, 'language' | 'correlationId'>) => ({
  outcome: 'refused' as const,
  problem: problemOf({ reason, params: {} }, language, correlationId),
});
