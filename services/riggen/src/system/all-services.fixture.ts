import { operatorCaller, type Subject } from '@riggen/access';
import { type Caller, type CommandDefinition, type QueryDefinition, upcast } from '@riggen/contracts';
import { type DomainEvent, fold } from '@riggen/event-sourcing';
import { type EventStore, openEventStore } from '@riggen/event-store';
import { startGateway } from '@riggen/gateway';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { openReadModels } from '@riggen/projections';
import { lookupsIn, type RunningService, startService } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { eventually, freshDatabase, freshNats } from '../../../../tools/jest/servers.js';
import { loadPeople } from '../demo/load-people.js';
import { freePort } from '../embedded/embedded-server.js';
import { services } from '../services.js';

const callerKey = 'k'.repeat(48);
const masterKey = '01'.repeat(32);
const gatewaySecret = 's'.repeat(48);

/** Every command and query of the services. */
export const slices = services.flatMap(({ commands, queries }) => [...commands, ...queries]);
export type Slice = (typeof slices)[number];
export const nameOf = ({ service, name }: { service: string; name: string }): string => `${service}/${name}`;
export const find = (route: string): Slice => slices.find(({ definition }) => nameOf(definition) === route)!;

/** A way in over HTTP. */
export interface Route {
  path: string;
  method: string;
}

/** All services and the gateway in this process, on a database and a NATS of their own. */
export class AllServices {
  private constructor(
    readonly database: Awaited<ReturnType<typeof freshDatabase>>,
    private readonly nats: Awaited<ReturnType<typeof freshNats>>,
    private readonly running: RunningService[],
    private readonly gateway: RunningService,
    private readonly configuration: Parameters<typeof startGateway>[0],
    private readonly client: ServiceClient,
    readonly store: EventStore,
    /** The read models by service. */
    readonly tables: ReadonlyMap<string, DataSource>,
  ) {}

  static async start(): Promise<AllServices> {
    const [database, nats] = await Promise.all([freshDatabase(), freshNats()]);
    const configuration = { ...nats, databaseUrl: database.url, personKeys: { databaseUrl: database.url, masterKey }, port: 0, callerKey };
    const running = await Promise.all(services.map((service) => startService(service, configuration, { http: false })));
    process.env['RIGGEN_SECRET'] = gatewaySecret;
    const gateway = await startGateway(configuration);
    const client = new ServiceClient(nats, 'specification');
    await client.connect();
    const store = await openEventStore({ databaseUrl: database.url }, { max: 2 });
    const tables = new Map<string, DataSource>();
    for (const { name, projections } of services) {
      const entities = projections.flatMap((projection) => projection.entities as Function[]);
      tables.set(name, await openReadModels(database.url, name, entities, 2));
    }
    return new AllServices(database, nats, running, gateway, configuration, client, store, tables);
  }

  async stop(): Promise<void> {
    for (const source of this.tables.values()) await source.destroy();
    await this.client.close();
    await this.store.close();
    await this.gateway.stop();
    await Promise.all(this.running.map((service) => service.stop()));
    await this.nats.stop();
    await this.database.drop();
  }

  /** Starts one more gateway with settings of its own, on a port of its own or a given one. */
  async startGateway(settings: Record<string, string>, port?: number): Promise<RunningService & { url: string }> {
    const before = { ...process.env };
    Object.assign(process.env, settings);
    try {
      const gateway = await startGateway({ ...this.configuration, port: port ?? (await freePort()) });
      return { ...gateway, url: `http://localhost:${gateway.port}` };
    } finally {
      process.env = before;
    }
  }

  /** Lets the people of the demo sign in, with their roles. */
  loadPeople(): Promise<void> {
    const { natsUrl: url, natsToken: token } = this.nats;
    return loadPeople({ nats: { url, token }, cliToken: signCaller(callerKey, operatorCaller, 600) }, gatewaySecret, { rows: false });
  }

  /** The environment that the command line finds these services by. */
  get environment(): NodeJS.ProcessEnv {
    const { natsUrl, natsToken } = this.nats;
    return { DATABASE_URL: this.database.url, NATS_URL: natsUrl, NATS_TOKEN: natsToken, CALLER_KEY: callerKey, PERSON_KEYS_MASTER_KEY: masterKey };
  }

  /** Asks over NATS, signed as the gateway signs; gives the reason of a refusal. */
  async ask(definition: CommandDefinition | QueryDefinition, content: unknown, who: Caller): Promise<string | undefined> {
    const about = { correlationId: randomUUID(), caller: signCaller(callerKey, who, 60), language: 'en' } as const;
    const reply =
      definition.kind === 'command'
        ? await this.client.command(definition, { ...about, commandId: randomUUID(), command: content })
        : await this.client.query(definition, { ...about, input: content });
    return reply.outcome === 'refused' ? reply.problem.reason : undefined;
  }

  /** Gives a command as the operator until it is accepted. */
  async make(route: string, content: object): Promise<void> {
    await eventually(() => this.ask(find(route).definition, content, operatorCaller), (reason) => reason === undefined);
  }

  /** Asks over HTTP; gives the status and the reason of a refusal. */
  async askHttp({ path, method }: Route, content: object, headers: Record<string, string>): Promise<{ status: number; reason: string | undefined }> {
    const fields = Object.entries(content).map(([field, value]) => [field, typeof value === 'string' ? value : JSON.stringify(value)]);
    const [search, init] =
      method === 'get'
        ? [`?${new URLSearchParams(fields).toString()}`, { headers }]
        : ['', { method: method.toUpperCase(), headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(content) }];
    const response = await fetch(`http://127.0.0.1:${this.gateway.port}${path.replace('{id}', randomUUID())}${search}`, init);
    const { reason } = (await response.json().catch(() => ({}))) as { reason?: string };
    return { status: response.status, reason };
  }

  /** The place that a command or query is about, as its slice finds it now. */
  async subjectOf(slice: Slice, content: any): Promise<Subject | undefined> {
    const { manager } = this.tables.get(slice.definition.service)!;
    if (!('evolution' in slice)) return slice.subject(content, manager);
    const events = await this.store.readStream(slice.streamOf(content));
    return slice.subject(content, { lookups: lookupsIn(manager), state: fold(slice.evolution, events.map(upcast) as DomainEvent[]) });
  }

  /** Waits until every read model includes all that was recorded until now. */
  async caughtUp(): Promise<void> {
    const last = await this.store.lastPosition();
    for (const { name } of services) {
      await eventually(() => this.client.health(name), (health) => health !== undefined && health.projections.every(({ position }) => position >= last), 30_000);
    }
  }
}
