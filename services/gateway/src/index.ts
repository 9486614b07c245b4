import 'reflect-metadata';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { ServiceName } from '@riggen/contracts';
import { openPool } from '@riggen/event-store';
import { ServiceClient } from '@riggen/messaging';
import { type Configuration, createLogger, nestLogger, ObservabilityController, Readiness, type RunningService, throughOutage } from '@riggen/service';
import helmet from 'helmet';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { ApiController } from './api/api.controller.js';
import { CalendarController } from './api/calendar.controller.js';
import { ProblemFilter } from './api/problem.filter.js';
import { authenticate } from './callers/authenticate.js';
import { Callers } from './callers/callers.js';
import { MeController } from './callers/me.controller.js';
import { demoProvider } from './demo-sign-in/demo-provider.js';
import { DocumentsController } from './documents/documents.controller.js';
import { openApiDocument } from './documents/openapi.js';
import { nothingHere, serveMetrics } from './edges/metrics.js';
import { rateLimits } from './edges/rate-limits.js';
import { sameSiteOnly } from './edges/same-site.js';
import { servePortal } from './portal.js';
import { type GatewaySettings, gatewaySettings } from './settings.js';
import { Providers } from './sign-in/providers.js';
import { sessions } from './sign-in/sessions.js';
import { callbackPath, SignInController, signedOutPath, SignInSurroundings } from './sign-in/sign-in.controller.js';
import { prepareTables } from './tables.js';
import { ApiTokens } from './tokens/api-tokens.js';
import { TokensController } from './tokens/tokens.controller.js';

export { demoPeople } from './demo-sign-in/demo-people.js';
export { identityOfEmail } from './sign-in/identity-keys.js';

/** How long the database may be silent when a request looks something up, in milliseconds: the service that is asked then needs its time too. */
const patienceWithDatabase = 3_000;

/** How long a start waits for a database that is away. */
const patienceOfStart = 60_000;

const services: ServiceName[] = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards'];

/**
 * Starts the gateway: sign-in, the HTTP API over the services, its documents, health and metrics, and the portal. Listens on
 * HOST (default 127.0.0.1). Throws when its settings are not complete.
 */
export async function startGateway(configuration: Configuration): Promise<RunningService> {
  const settings = gatewaySettings(configuration.port);
  const logger = createLogger('gateway');
  const client = new ServiceClient(configuration, 'riggen gateway');
  const pool = openPool({ connectionString: configuration.databaseUrl, max: 5, application_name: 'riggen gateway' }, patienceWithDatabase);
  await Promise.all([client.connect(), throughOutage(() => prepareTables(pool), patienceOfStart)]);
  const { demo, providers } = providersOf(settings, logger);
  const kept = sessions(pool, settings);
  const tokens = new ApiTokens(pool);
  const callers = new Callers(configuration.callerKey, client, providers.all, tokens);
  const app = await NestFactory.create<NestExpressApplication>(gatewayModule(client, callers, tokens, { settings, providers, logger }), {
    logger: nestLogger(logger),
    abortOnError: false,
    bodyParser: false,
  });
  if (settings.trustedProxies) app.set('trust proxy', settings.trustedProxies);
  app.disable('x-powered-by');
  app.use(secureHeaders(settings));
  if (!settings.metrics.isPublic) app.use('/metrics', nothingHere);
  if (demo) app.use(demo.path, demo.handle);
  app.use('/api', kept.middleware, authenticate(callers, settings), rateLimits(pool, settings), sameSiteOnly(settings));
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalFilters(new ProblemFilter(logger));
  SwaggerModule.setup('api/docs', app, openApiDocument(), { raw: false });
  servePortal(app);
  const server = app.getHttpServer();
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  const host = process.env['HOST'] ?? '127.0.0.1';
  const metrics = settings.metrics.onOwnPort === undefined ? undefined : await serveMetrics(settings.metrics.onOwnPort, host);
  await app.listen(configuration.port, host);
  return {
    port: (server.address() as { port: number }).port,
    stop: async () => {
      // A connection that is kept open ends with its next answer: whoever goes on asking on it would hold the stop up.
      server.prependListener('request', (_: unknown, response: ServerResponse) => response.setHeader('connection', 'close'));
      await app.close();
      kept.close();
      metrics?.close();
      await Promise.all([client.close(), pool.end()]);
    },
  };
}

/** Every provider that is configured, and the demo's own where it is wanted. */
function providersOf(settings: GatewaySettings, logger: Logger): { demo: ReturnType<typeof demoProvider> | undefined; providers: Providers } {
  const at = (path: string) => new URL(path, settings.publicUrl).href;
  const { publicUrl, secret } = settings;
  const demo = settings.demoPeople ? demoProvider({ publicUrl, secret, callback: at(callbackPath), signedOut: at(signedOutPath), logger }) : undefined;
  return { demo, providers: new Providers([...settings.providers, ...(demo ? [demo.settings] : [])]) };
}

/** No script, style, font or picture from elsewhere, and none inline; no other site may frame a page. */
function secureHeaders({ publicUrl }: GatewaySettings): ReturnType<typeof helmet> {
  const isSecure = publicUrl.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        'font-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        'style-src': ["'self'"],
        ...(!isSecure && { 'upgrade-insecure-requests': null }),
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
}

function gatewayModule(client: ServiceClient, callers: Callers, tokens: ApiTokens, surroundings: SignInSurroundings): DynamicModule {
  @Module({})
  class GatewayModule {}
  return {
    module: GatewayModule,
    controllers: [ObservabilityController, DocumentsController, SignInController, MeController, TokensController, CalendarController, ApiController],
    providers: [
      { provide: ServiceClient, useValue: client },
      { provide: ApiTokens, useValue: tokens },
      { provide: Callers, useValue: callers },
      { provide: SignInSurroundings, useValue: surroundings },
      { provide: Readiness, useValue: { check: () => readiness(client, surroundings.settings) } },
    ],
  };
}

/** Ready when every service answers and is ready itself. How far each is, is told to whoever may see the metrics. */
async function readiness(client: ServiceClient, { metrics }: GatewaySettings): Promise<{ ready: boolean; details: object }> {
  const answers = await Promise.all(services.map(async (service) => ({ service, health: await client.health(service) })));
  const details = Object.fromEntries(answers.map(({ service, health }) => [service, health ?? 'does not answer']));
  return { ready: answers.every(({ health }) => health?.ready), details: metrics.isPublic ? { services: details } : {} };
}
