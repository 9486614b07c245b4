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

/**
 * Starts a service: its store, read models, relay (in one process a store) and NATS subjects. `http` adds the HTTP server for
 * health and metrics that a process of its own needs.
 */
export async function startService(
  service: ServiceDefinition,
  configuration: ServiceConfiguration,
  { http }: { http: boolean },
): Promise<RunningService> {
  const { databaseUrl, port } = configuration;
  const logger = createLogger(service.name);
  const onError = (error: unknown) => {
    logger.warn({ reason: errorText(error) }, 'will try again');
    logger.debug({ err: error });
  };
  const stopping = new AbortController();

  const store = await openEventStore(configuration);
  const vault = await PostgresKeyVault.open(configuration.personKeys);
  const personalData = new PersonalData(vault);
  const nats = await connectNats(configuration, `riggen ${service.name}`);
  const stream = new EventStream(nats);
  const projections = await ProjectionHost.open({
    ...{ databaseUrl, schema: service.name, projections: service.projections, store, personalData, stream, onError },
  });
  const readings = await ReadingsLog.open(databaseUrl, configuration.readingsKeptDays ?? daysReadingsAreKept, onError);
  const relayPool = openPool({ connectionString: databaseUrl, max: 1, application_name: 'riggen relay' });
  const checkpoint = new RelayCheckpoint(relayPool);
  await checkpoint.prepare();
  const heads = new SignedHeads(relayPool, new HeadSigner(configuration.personKeys.masterKey));
  await heads.prepare();
  const followLog = async (signal: AbortSignal) => {
    await Promise.all([relay(store, stream, checkpoint, nats, signal), heads.keepSigning(store, signal, onError)]);
  };
  const relaying = whileLeading(databaseUrl, 'relay', followLog, stopping.signal, onError);
  const host = new ServiceHost(store, personalData, projections, nats, logger, configuration.callerKey, readings);
  const surroundings = { schema: service.name, tables: projections.tables, move: projections.move, personalData, run: host.run.bind(host) };
  projections.start(await Promise.all((service.reactions ?? []).map((reaction) => reactionConsumer(reaction, surroundings))));
  const hideProjections = showProjections(() => projections.status());

  const app = await NestFactory.create(serviceModule(service, host), { logger: nestLogger(logger), abortOnError: false });
  app.connectMicroservice<MicroserviceOptions>({
    transport: Transport.NATS,
    options: { ...natsOptions(configuration, `riggen ${service.name}`), queue: service.name },
  });
  await app.startAllMicroservices();
  await service.onStart?.(host, configuration);
  const working = (service.works ?? []).map(({ name, run }) => {
    const atHand = workSurroundings(`work.${name}`, host, store, projections.tables.manager, onError);
    return whileLeading(databaseUrl, `work.${service.name}.${name}`, (signal) => run(atHand, signal), stopping.signal, onError);
  });
  if (http) await app.listen(port);
  else await app.init();

  return {
    ...(http && { port: (app.getHttpServer() as { address(): { port: number } }).address().port }),
    stop: async () => {
      hideProjections();
      await app.close();
      stopping.abort();
      await Promise.all([relaying, ...working]);
      await projections.close();
      await relayPool.end();
      await readings.close();
      await nats.close();
      await vault.close();
      await store.close();
    },
  };
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
