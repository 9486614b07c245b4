import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { ServiceName } from '@riggen/contracts';
import { ServiceClient } from '@riggen/messaging';
import { type Configuration, createLogger, nestLogger, ObservabilityController, Readiness, type RunningService } from '@riggen/service';
import helmet from 'helmet';
import { ApiController } from './api/api.controller.js';
import { Callers } from './api/callers.js';
import { ProblemFilter } from './api/problem.filter.js';
import { DocumentsController } from './documents/documents.controller.js';
import { openApiDocument } from './documents/openapi.js';
import { servePortal } from './portal.js';

const services: ServiceName[] = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards'];

/**
 * Starts the gateway: the HTTP API over the services, its documents, health and metrics, and the portal. Listens on HOST
 * (default 127.0.0.1).
 */
export async function startGateway(configuration: Configuration): Promise<RunningService> {
  const logger = createLogger('gateway');
  const client = new ServiceClient(configuration, 'riggen gateway');
  await client.connect();
  const app = await NestFactory.create<NestExpressApplication>(gatewayModule(client, new Callers(configuration.callerKey)), {
    logger: nestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null, 'font-src': ["'self'"] } } }));
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalFilters(new ProblemFilter(logger));
  SwaggerModule.setup('api/docs', app, openApiDocument(), { raw: false });
  servePortal(app);
  await app.listen(configuration.port, process.env['HOST'] ?? '127.0.0.1');
  return {
    port: (app.getHttpServer() as { address(): { port: number } }).address().port,
    stop: async () => {
      await app.close();
      await client.close();
    },
  };
}

function gatewayModule(client: ServiceClient, callers: Callers): DynamicModule {
  @Module({})
  class GatewayModule {}
  return {
    module: GatewayModule,
    controllers: [ObservabilityController, DocumentsController, ApiController],
    providers: [
      { provide: ServiceClient, useValue: client },
      { provide: Callers, useValue: callers },
      { provide: Readiness, useValue: { check: () => readiness(client) } },
    ],
  };
}

/** Ready when every service answers and is ready itself. */
async function readiness(client: ServiceClient): Promise<{ ready: boolean; details: object }> {
  const answers = await Promise.all(services.map(async (service) => ({ service, health: await client.health(service) })));
  const details = Object.fromEntries(answers.map(({ service, health }) => [service, health ?? 'does not answer']));
  return { ready: answers.every(({ health }) => health?.ready), details: { services: details } };
}
