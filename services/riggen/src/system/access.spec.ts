import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { covers, matrix, matrixRow, operatorCaller, type RowClass, rowClasses, type Subject } from '@riggen/access';
import { type Caller, type CommandDefinition, type QueryDefinition, role, type Role, type Unit, upcast } from '@riggen/contracts';
import { type DomainEvent, fold } from '@riggen/event-sourcing';
import { type EventStore, openEventStore } from '@riggen/event-store';
import { ServiceClient, signCaller } from '@riggen/messaging';
import { classOf, openReadModels, showRowsOf } from '@riggen/projections';
import { lookupsIn, type RunningService, startService } from '@riggen/service';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityMetadata } from 'typeorm';
import { z } from 'zod';
import { eventually, freshDatabase, freshNats } from '../../../../tools/jest/servers.js';
import { exampleOf } from '../../../../tools/publish/example-of.mjs';
import { openApiDocument } from '../../../gateway/src/documents/openapi.js';
import { services } from '../launch.js';

const callerKey = 'k'.repeat(48);
const everyRole = role.options;
const slices = services.flatMap(({ commands, queries }) => [...commands, ...queries]);
const nameOf = ({ service, name }: { service: string; name: string }) => `${service}/${name}`;
const find = (route: string) => slices.find(({ definition }) => nameOf(definition) === route)!;

/** What a sampled command or query says in these fields: what is known, or fits a pattern. */
const inFields: Record<string, unknown> = {
  ...{ serviceId: 'own', service: 'own', region: 'vest', personId: 'worker', contactPersonId: 'worker' },
  ...{ municipalityNumbers: ['0301'], identity: 'i'.repeat(43), identities: ['i'.repeat(43)], season: '2027-1', name: 'Kari Prøve', workEmail: 'kari@example.org', phone: '90000000', districtNumbers: ['030101'] },
};

/** A command or query made from its schema, about the service `own` where it names one. */
function sampleOf(schema: z.ZodType): any {
  const filled = (value: unknown, name = ''): unknown => {
    if (name in inFields) return inFields[name];
    if (Array.isArray(value)) return value.map((item) => filled(item));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, key)]));
  };
  const example = filled(exampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))) as Record<string, unknown>;
  // What may be left out is, where the example does not fit.
  const misfits = schema.safeParse(example).error?.issues.map(({ path: [field] }) => String(field)) ?? [];
  return schema.parse(Object.fromEntries(Object.entries(example).filter(([field]) => !misfits.includes(field))));
}

/** Units to hold a role in: the place of the subject itself, one beside it, and one above it. */
function unitsAround({ service, region }: Subject): { own: Unit; beside: Unit; above?: Unit } {
  if (service && region) {
    const unit = { level: 'service', service, region } as Unit;
    return { own: unit, beside: { ...unit, service: 'sibling' } as Unit, above: { level: 'region', region } as Unit };
  }
  if (region) return { own: { level: 'region', region } as Unit, beside: { level: 'region', region: 'nord' }, above: { level: 'nation' } };
  return { own: { level: 'nation' }, beside: { level: 'region', region: 'vest' } };
}

const holding = (role: Role, unit: Unit): Caller => ({ kind: 'person', id: 'somebody', grants: [{ role, unit }] });

describe('access, for every command and query and every table', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let nats: Awaited<ReturnType<typeof freshNats>>;
  let running: RunningService[] = [];
  let client: ServiceClient;
  let store: EventStore;
  const tables = new Map<string, DataSource>();

  /** Asks over NATS, signed as the gateway signs; gives the reason of a refusal. */
  const ask = async (definition: CommandDefinition | QueryDefinition, content: unknown, who: Caller): Promise<string | undefined> => {
    const about = { correlationId: randomUUID(), caller: signCaller(callerKey, who, 60), language: 'en' } as const;
    const reply =
      definition.kind === 'command'
        ? await client.command(definition, { ...about, commandId: randomUUID(), command: content })
        : await client.query(definition, { ...about, input: content });
    return reply.outcome === 'refused' ? reply.problem.reason : undefined;
  };

  beforeAll(async () => {
    [database, nats] = await Promise.all([freshDatabase(), freshNats()]);
    const personKeys = { databaseUrl: database.url, masterKey: '01'.repeat(32) };
    const configuration = { ...nats, databaseUrl: database.url, personKeys, port: 0, callerKey };
    running = await Promise.all(services.map((service) => startService(service, configuration, { http: false })));
    client = new ServiceClient(nats, 'specification');
    await client.connect();
    store = await openEventStore({ databaseUrl: database.url }, { max: 2 });
    for (const { name, projections } of services) {
      const entities = projections.flatMap((projection) => projection.entities as Function[]);
      tables.set(name, await openReadModels(database.url, name, entities, 2));
    }
    for (const serviceId of ['own', 'sibling']) {
      await eventually(() => ask(find('rollout/register-service-unit').definition, { ...sampleOf(find('rollout/register-service-unit').definition.schema), serviceId }, operatorCaller), (reason) => reason === undefined);
    }
    const caseworker = sampleOf((find('rollout/register-caseworker').definition as CommandDefinition).schema);
    await eventually(() => ask(find('rollout/register-caseworker').definition, caseworker, operatorCaller), (reason) => reason === undefined);
    const last = await store.lastPosition();
    for (const { name } of services) {
      await eventually(() => client.health(name), (health) => health !== undefined && health.projections.every(({ position }) => position >= last), 30_000);
    }
  }, 180_000);
  afterAll(async () => {
    for (const source of tables.values()) await source.destroy();
    await client.close();
    await store.close();
    await Promise.all(running.map((service) => service.stop()));
    await nats.stop();
    await database.drop();
  }, 180_000);

  it('is said by the matrix for every route of the OpenAPI document', () => {
    const routes = Object.keys(openApiDocument().paths).flatMap((path) => /^\/api\/([a-z]+)\/([a-z-]+)$/.exec(path)?.slice(1, 3).join('/') ?? []);
    const ofServices = routes.filter((route) => services.some(({ name }) => route.startsWith(`${name}/`)));
    expect(ofServices.length).toBeGreaterThan(10);
    expect(ofServices.filter((route) => !Object.hasOwn(matrix[route.split('/')[0] as keyof typeof matrix], route.split('/')[1]!))).toEqual([]);
  });

  it.each(slices.map((slice) => [nameOf(slice.definition), slice] as const))('to %s is as the matrix says, for every role', async (_, slice) => {
    const { definition } = slice;
    const row = matrixRow(definition)!;
    const content = sampleOf('schema' in definition ? definition.schema : definition.input);
    const manager = tables.get(definition.service)!.manager;
    const subjectOf = async (): Promise<Subject | undefined> => {
      if (!('evolution' in slice)) return slice.subject(content, manager);
      const events = await store.readStream(slice.streamOf(content));
      return slice.subject(content, { lookups: lookupsIn(manager), state: fold(slice.evolution, events.map(upcast) as DomainEvent[]) });
    };
    const subject = await subjectOf();
    const units = unitsAround(subject ?? {});
    const everybody = row.link === true || row.open === true;
    const expected: Record<string, boolean> = {};
    const found: Record<string, boolean> = {};
    const record = async (who: string, caller: Caller, may: boolean) => {
      const reason = await ask(definition, content, caller);
      expected[who] = may;
      found[who] = reason !== 'not-permitted';
      expect(['not-signed-in', 'service-unavailable']).not.toContain(reason);
    };
    for (const role of everyRole) {
      const holds = role === 'operator' || row.roles.includes(role);
      await record(`${role} of the place itself`, holding(role, units.own), everybody || holds);
      await record(`${role} beside it`, holding(role, units.beside), everybody);
      if (units.above) await record(`${role} above it`, holding(role, units.above), everybody || holds);
    }
    await record('a person without a role', { kind: 'person', id: 'somebody', grants: [] }, everybody);
    await record('a visitor by a link', { kind: 'program', id: 'link', grants: [] }, row.link === true);
    if (subject?.person) await record('the person itself', { kind: 'person', id: subject.person, grants: [] }, everybody || row.self === true);
    expect(found).toEqual(expected);
  });

  const placed: { key: string; unit: Unit }[] = [
    { key: 'nation', unit: { level: 'nation' } },
    { key: 'region', unit: { level: 'region', region: 'vest' } },
    { key: 'own', unit: { level: 'service', service: 'own', region: 'vest' } },
    { key: 'sibling', unit: { level: 'service', service: 'sibling', region: 'vest' } },
    { key: 'elsewhere', unit: { level: 'service', service: 'far', region: 'nord' } },
  ];
  const everyTable = services.flatMap(({ name, projections }) => projections.flatMap(({ entities }) => (entities as Function[]).map((entity) => [`${name}.${entity.name}`, name, entity] as const)));

  it.each(everyTable)('to rows of %s is as the class of its rows says, for every role', async (_, service, entity) => {
    const tableClass = classOf(entity);
    expect(tableClass).toBeDefined();
    const source = tables.get(service)!;
    const metadata = source.getMetadata(entity);
    const table = `${service}."${metadata.tableName}"`;
    await source.transaction(async (manager) => {
      await manager.query(`delete from ${table}`);
      for (const place of placedIn(metadata)) await insert(manager, table, metadata, place);
      const seenBy = async (caller: Caller): Promise<string[]> => {
        await manager.query('savepoint before');
        await showRowsOf(manager, caller);
        const rows: { key: string }[] = await manager.query(`select ${keyOf(metadata)} as key from ${table}`).catch(() => []);
        await manager.query('rollback to savepoint before');
        return rows.map(({ key }) => key).sort();
      };
      for (const role of everyRole) {
        for (const { unit } of placed.slice(0, 3)) {
          expect({ role, unit, rows: await seenBy(holding(role, unit)) }).toEqual({ role, unit, rows: visible(role, unit, tableClass!, metadata) });
        }
      }
      throw new Undone();
    }).catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
  });

  /** Where rows of a table can be: in some, each belongs to a service. */
  const placedIn = ({ columns }: EntityMetadata) =>
    placed.filter(({ unit }) => 'service' in unit || columns.find(({ databaseName }) => databaseName === 'service')?.isNullable !== false);

  /** The rows of the class that a role sees by its unit: what the matrix says, without the database. */
  function visible(role: Role, unit: Unit, tableClass: NonNullable<ReturnType<typeof classOf>>, metadata: EntityMetadata): string[] {
    const all = placedIn(metadata).map(({ key }) => key).sort();
    if (tableClass === 'open') return all;
    if (tableClass === 'internal') return [];
    const roles: readonly Role[] = rowClasses[tableClass satisfies RowClass].roles;
    if (role !== 'operator' && !roles.includes(role)) return [];
    const isPlaced = metadata.columns.some(({ databaseName }) => databaseName === 'service');
    const subjectOf = (place: Unit): Subject => (isPlaced ? { ...('service' in place && { service: place.service }), ...('region' in place && { region: place.region }) } : {});
    return placedIn(metadata).filter((place) => covers(unit, subjectOf(place.unit))).map(({ key }) => key).sort();
  }
});

/** Raised at the end, so that nothing of what was tried stays. */
class Undone extends Error {}

/** The column that tells the rows apart: a text of the primary key. */
const keyOf = ({ primaryColumns }: EntityMetadata): string => `"${(primaryColumns.find(({ type }) => type === 'text') ?? primaryColumns[0]!).databaseName}"`;

async function insert(sql: { query(text: string, values: unknown[]): Promise<unknown> }, table: string, metadata: EntityMetadata, { key, unit }: { key: string; unit: Unit }): Promise<void> {
  const valueOf = (column: EntityMetadata['columns'][number]): unknown => {
    if (`"${column.databaseName}"` === keyOf(metadata)) return key;
    if (column.databaseName === 'service') return 'service' in unit ? unit.service : null;
    if (column.databaseName === 'region') return 'region' in unit ? unit.region : null;
    return column.isNullable ? null : (valueOfType[String(column.type)] ?? 'x');
  };
  const values = metadata.columns.map(valueOf);
  const names = metadata.columns.map(({ databaseName }) => `"${databaseName}"`);
  await sql.query(`insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`, values);
}

const valueOfType: Record<string, unknown> = {
  ...{ integer: 1, smallint: 1, bigint: 1, numeric: 1, real: 1, 'double precision': 1, boolean: true, date: '2025-03-03' },
  ...{ timestamptz: '2025-03-03T08:00:00Z', 'timestamp with time zone': '2025-03-03T08:00:00Z', jsonb: '{}', uuid: '0195b1a2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', bytea: Buffer.alloc(1) },
};
