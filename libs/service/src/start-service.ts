import 'reflect-metadata';
import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type MicroserviceOptions, Transport } from '@nestjs/microservices';
import { connectNats, EventStream, natsOptions, relay, RelayCheckpoint, whileLeading } from '@riggen/messaging';
import { errorText, HeadSigner, openEventStore, openPool, PersonalData, PostgresKeyVault, SignedHeads } from '@riggen/event-store';
import { type Projection, ProjectionHost } from '@riggen/projections';
import type { ServiceName } from '@riggen/contracts';
import { commandController } from './commands/command-controller.js';
import type { CommandSlice } from './commands/command-slice.js';
import { daysReadingsAreKept, type ServiceConfiguration } from './configuration.js';
import { queryController } from './queries/query-controller.js';
import type { QuerySlice } from './queries/query-slice.js';
import { healthController } from './observability/health-controller.js';
import { createLogger, nestLogger } from './observability/logger.js';
import { showProjections } from './observability/metrics.js';
import { ObservabilityController, Readiness } from './observability/observability.controller.js';
import { reactionConsumer } from './reactions/react.js';
import type { Reaction } from './reactions/reaction.js';
import { ReadingsLog } from './readings/readings-log.js';
import { ServiceHost } from './service-host.js';
import { throughOutage } from './through-outage.js';
import { type Work, workSurroundings } from './work.js';

/** What a service is made of. Its name is also that of its PostgreSQL schema. */
export interface ServiceDefinition {
  name: ServiceName;
  commands: CommandSlice[];
  queries: QuerySlice<any>[];
  /** Ways in that are neither: what is asked by a secret and not by a caller. */
  controllers?: Type[];
  projections: Projection[];
  reactions?: Reaction[];
  works?: Work[];
  /** What must have happened before the service is ready; may run more than once and in several processes. */
  onStart?(host: ServiceHost, configuration: ServiceConfiguration): Promise<void>;
}

export interface RunningService {
  /** The port of the HTTP server with health and metrics, where there is one. */
  port?: number;
  stop(): Promise<void>;
}

/** How long a start is tried again, in milliseconds, while the database is away: it may be on its way up itself. */
const patienceOfStart = 60_000;

/**
 * Starts a service: its store, read models, relay (in one process a store) and NATS subjects. `http` adds the HTTP server for
 * health and metrics that a process of its own needs. Begins anew where the database goes away meanwhile.
 */
export function startService(service: ServiceDefinition, configuration: ServiceConfiguration, { http }: { http: boolean }): Promise<RunningService> {
  return throughOutage(async () => {
    const undo: (() => unknown)[] = [];
    const stop = async () => {
      for (const step of undo.splice(0).reverse()) await step();
    };
    try {
      const port = await bringUp(service, configuration, http, undo);
      return { ...(port !== undefined && { port }), stop };
    } catch (error) {
      await stop();
      throw error;
    }
  }, patienceOfStart);
}

/** Starts all parts of a service, each with what stops it; gives the port of its HTTP server, where it has one. */
async function bringUp(service: ServiceDefinition, configuration: ServiceConfiguration, http: boolean, undo: (() => unknown)[]): Promise<number | undefined> {
  const { databaseUrl, port } = configuration;
  const logger = createLogger(service.name);
  const onError = (error: unknown) => {
    logger.warn({ reason: errorText(error) }, 'will try again');
    logger.debug({ err: error });
  };

  const store = await openEventStore(configuration);
  undo.push(() => store.close());
  const vault = await PostgresKeyVault.open(configuration.personKeys);
  undo.push(() => vault.close());
  const personalData = new PersonalData(vault);
  const nats = await connectNats(configuration, `riggen ${service.name}`);
  undo.push(() => nats.close());
  const stream = new EventStream(nats);
  const readings = await ReadingsLog.open(databaseUrl, configuration.readingsKeptDays ?? daysReadingsAreKept, onError);
  undo.push(() => readings.close());
  const relayPool = openPool({ connectionString: databaseUrl, max: 1, application_name: 'riggen relay' });
  undo.push(() => relayPool.end());
  const projections = await ProjectionHost.open({
    ...{ databaseUrl, schema: service.name, projections: service.projections, store, personalData, stream, onError },
  });
  undo.push(() => projections.close());
  const checkpoint = new RelayCheckpoint(relayPool);
  await checkpoint.prepare();
  const heads = new SignedHeads(relayPool, new HeadSigner(configuration.personKeys.masterKey));
  await heads.prepare();
  const stopping = new AbortController();
  const leading: Promise<void>[] = [];
  undo.push(() => {
    stopping.abort();
    return Promise.all(leading);
  });
  const followLog = async (signal: AbortSignal) => {
    await Promise.all([relay(store, stream, checkpoint, nats, signal), heads.keepSigning(store, signal, onError)]);
  };
  leading.push(whileLeading(databaseUrl, 'relay', followLog, stopping.signal, onError));
  const host = new ServiceHost(store, personalData, projections, nats, logger, configuration.callerKey, readings);
  const surroundings = { schema: service.name, tables: projections.tables, move: projections.move, personalData, run: host.run.bind(host) };
  projections.start(await Promise.all((service.reactions ?? []).map((reaction) => reactionConsumer(reaction, surroundings))));

  const app = await NestFactory.create(serviceModule(service, host), { logger: nestLogger(logger), abortOnError: false });
  undo.push(() => app.close());
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.NATS,
    options: { ...natsOptions(configuration, `riggen ${service.name}`), queue: service.name },
  });
  await app.startAllMicroservices();
  await service.onStart?.(host, configuration);
  for (const { name, run } of service.works ?? []) {
    const atHand = workSurroundings(`work.${name}`, host, store, projections.tables.manager, onError);
    leading.push(whileLeading(databaseUrl, `work.${service.name}.${name}`, (signal) => run(atHand, signal), stopping.signal, onError));
  }
  if (http) await app.listen(port);
  else await app.init();
  undo.push(showProjections(() => projections.status()));
  return http ? (app.getHttpServer() as { address(): { port: number } }).address().port : undefined;
}

function serviceModule(service: ServiceDefinition, host: ServiceHost): DynamicModule {
  @Module({})
  class ServiceModule {}
  return {
    module: ServiceModule,
    controllers: [
      ...service.commands.map(commandController),
      ...service.queries.map(queryController),
      ...(service.controllers ?? []),
      healthController(service.name),
      ObservabilityController,
    ],
    providers: [
      { provide: ServiceHost, useValue: host },
      { provide: Readiness, useValue: { check: () => readinessOf(host) } },
    ],
  };
}

/** Ready while its database answers. */
async function readinessOf(host: ServiceHost): Promise<{ ready: boolean; details: object }> {
  try {
    return { ready: true, details: await host.health() };
  } catch {
    return { ready: false, details: {} };
  }
}
