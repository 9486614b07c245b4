import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { covers, levelsOf, matrix, matrixRow, type RowClass, rowClasses, type Subject } from '@riggen/access';
import { type Caller, role, type Role, type ServiceName, type Unit } from '@riggen/contracts';
import { classOf, showRowsOf } from '@riggen/projections';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { EntityMetadata } from 'typeorm';
import { eventually } from '../../../../tools/jest/servers.js';
import { openApiDocument } from '../../../gateway/src/documents/openapi.js';
import { ApiTokens } from '../../../gateway/src/tokens/api-tokens.js';
import { services } from '../services.js';
import { holding, sampleOf, unitsAround } from './access-samples.fixture.js';
import { AllServices, find, nameOf, type Route, type Slice, slices } from './all-services.fixture.js';

/** Whom the command line names in the first specification, and who makes the tokens of the programs in a later one. */
const firstAdministrator = 'a'.repeat(43);
const everyRole = role.options;
const contentOf = ({ definition }: Slice): Record<string, unknown> => sampleOf('schema' in definition ? definition.schema : definition.input);

describe('access, for every command and query and every table', () => {
  let all: AllServices;

  beforeAll(async () => {
    all = await AllServices.start();
    for (const serviceId of ['own', 'sibling']) await all.make('rollout/register-service-unit', { ...contentOf(find('rollout/register-service-unit')), serviceId });
    await all.make('rollout/register-caseworker', contentOf(find('rollout/register-caseworker')));
    await all.caughtUp();
  }, 180_000);
  afterAll(() => all.stop(), 180_000);

  it('is said by the matrix for every route of the OpenAPI document', () => {
    const routes = Object.keys(openApiDocument().paths).flatMap((path) => /^\/api\/([a-z]+)\/([a-z-]+)$/.exec(path)?.slice(1, 3).join('/') ?? []);
    const ofServices = routes.filter((route) => services.some(({ name }) => route.startsWith(`${name}/`)));
    expect(ofServices.length).toBeGreaterThan(10);
    expect(ofServices.filter((route) => !Object.hasOwn(matrix[route.split('/')[0] as keyof typeof matrix], route.split('/')[1]!))).toEqual([]);
  });

  it('begins with a first administrator, whom the command line names once', async () => {
    const name = (key: string) =>
      promisify(execFile)(process.execPath, [join(process.cwd(), 'services/riggen/dist/cli.js'), 'first-administrator', key], { env: { ...process.env, ...all.environment, LANG: 'C' } });
    const { stdout } = await name(firstAdministrator);
    const personId = /^([\w-]{36}) is the first administrator/.exec(stdout)![1]!;
    const rolesOf = (): Promise<object[]> =>
      all.tables.get('rollout')!.query('select h.role, h.level from rollout.sign_in s join rollout.role_holding h using ("personId") where s.identity = $1 and "personId" = $2', [firstAdministrator, personId]);
    expect(await eventually(rolesOf, (roles) => roles.length > 0)).toEqual([{ role: 'administrator', level: 'nation' }]);
    await expect(name('b'.repeat(43))).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('administrator') });
  }, 120_000);

  it('to what persons are told of is logged: who, what, where and why; what cannot be logged is not told', async () => {
    const { definition } = find('rollout/staff');
    const caller = holding('local_leader', { level: 'service', service: 'own', region: 'vest' });
    const source = all.tables.get('rollout')!;
    expect(await all.ask(definition, { serviceId: 'own' }, caller)).toBeUndefined();
    expect(await source.query('select reader_kind, reader, roles, query, purpose, region, service from readings.reading')).toEqual([
      { reader_kind: 'person', reader: 'somebody', roles: ['local_leader'], query: 'rollout/staff', purpose: matrixRow(definition)!.personLevel, region: 'vest', service: 'own' },
    ]);
    await source.query('revoke insert on readings.reading from riggen_readings');
    expect(await all.ask(definition, { serviceId: 'own' }, caller)).toBe('reading-not-logged');
    await source.query('grant insert on readings.reading to riggen_readings');
    expect(await all.ask(definition, { serviceId: 'own' }, caller)).toBeUndefined();
  }, 60_000);

  it.each(slices.map((slice) => [nameOf(slice.definition), slice] as const))('to %s is as the matrix says, for every role', async (_, slice) => {
    const { definition } = slice;
    const row = matrixRow(definition)!;
    const content = contentOf(slice);
    const subject = await all.subjectOf(slice, content);
    const units = unitsAround(subject ?? {});
    const everybody = row.link === true || row.open === true;
    const expected: Record<string, boolean> = {};
    const found: Record<string, boolean> = {};
    const record = async (who: string, caller: Caller, may: boolean) => {
      const reason = await all.ask(definition, content, caller);
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
    await record('a person without a role', { kind: 'person', id: 'somebody', grants: [] }, row.link === true);
    await record('a visitor by a link', { kind: 'program', id: 'link', grants: [] }, row.link === true);
    if (subject?.person) await record('the person itself', { kind: 'person', id: subject.person, grants: [] }, row.link === true || row.self === true);
    expect(found).toEqual(expected);
  });

  const routes = Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { security?: unknown[] }>).map(([method, { security }]) => ({ path, method, isOpen: security?.length === 0 })),
  );
  /** The command or query behind a route; undefined for what the gateway answers itself. */
  const sliceOf = ({ path }: Route) => slices.find(({ definition }) => path === `/api/${nameOf(definition)}`);

  it('over HTTP is nobody’s without a sign-in or a token that holds, on every route', async () => {
    const answers = await Promise.all(
      routes.map(async (route) => {
        const slice = sliceOf(route);
        const [, , service, name] = route.path.split('/');
        const isOpen = route.isOpen || matrix[service as ServiceName]?.[name!]?.link === true; // a way by a link can be no slice
        const content = slice ? contentOf(slice) : {};
        const [nobody, wrong] = [await all.askHttp(route, content, {}), await all.askHttp(route, content, { authorization: `Bearer riggen_${'x'.repeat(43)}` })];
        const isRefused = nobody.status === 401 && nobody.reason === 'not-signed-in'; // a link that is not known is refused, too, and otherwise
        return { route: `${route.method} ${route.path}`, nobody: isRefused !== isOpen, wrong: wrong.status === 401 && wrong.reason === 'token-not-valid' };
      }),
    );
    expect(answers.filter(({ nobody, wrong }) => !nobody || !wrong)).toEqual([]);
    expect(answers.length).toBeGreaterThan(60);
  }, 120_000);

  it('over HTTP is as the matrix says on every route, for a program of each role', async () => {
    const pool = new pg.Pool({ connectionString: all.database.url, max: 2 });
    const tokens = new ApiTokens(pool);
    const units: Record<Unit['level'], Unit> = {
      nation: { level: 'nation' },
      region: { level: 'region', region: 'vest' },
      service: { level: 'service', service: 'own', region: 'vest' },
      group: { level: 'group', group: 'own', service: 'own', region: 'vest' },
    };
    const roles = everyRole.filter((name) => name !== 'operator');
    const programs = await Promise.all(
      roles.map(async (role) => {
        const unit = units[levelsOf[role][0]!];
        const { token } = await tokens.make({ name: role, grants: [{ role, unit }], expiresAt: new Date(Date.now() + 3_600_000).toISOString() }, 'specification', [firstAdministrator]);
        return { role, unit, headers: { authorization: `Bearer ${token}` } };
      }),
    );
    await pool.end();
    const wrong: object[] = [];
    for (const route of routes) {
      const slice = sliceOf(route);
      if (!slice) continue;
      const row = matrixRow(slice.definition)!;
      const content = contentOf(slice);
      for (const { role, unit, headers } of programs) {
        const subject = await all.subjectOf(slice, content);
        const covered = covers(unit, {}) || (subject !== undefined && covers(unit, subject));
        const may = row.link === true || row.open === true || (row.roles.includes(role) && covered);
        const { status, reason } = await all.askHttp(route, content, headers);
        const isRight = may ? status !== 401 && reason !== 'not-permitted' : status === 403 && reason === 'not-permitted';
        if (!isRight || reason === 'invalid-value' || status >= 500) wrong.push({ route: route.path, role, may, status, reason });
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  const placed: { key: string; unit: Unit }[] = [
    { key: 'nation', unit: { level: 'nation' } },
    { key: 'vest', unit: { level: 'region', region: 'vest' } },
    { key: 'own', unit: { level: 'service', service: 'own', region: 'vest' } },
    { key: 'sibling', unit: { level: 'service', service: 'sibling', region: 'vest' } },
    { key: 'far', unit: { level: 'service', service: 'far', region: 'nord' } },
  ];
  const everyTable = services.flatMap(({ name, projections }) => projections.flatMap(({ entities }) => (entities as Function[]).map((entity) => [`${name}.${entity.name}`, name, entity] as const)));

  it.each(everyTable)('to rows of %s is as the class of its rows says, for every role', async (_, service, entity) => {
    const tableClass = classOf(entity);
    expect(tableClass).toBeDefined();
    const source = all.tables.get(service)!;
    const metadata = source.getMetadata(entity);
    const table = `${service}."${metadata.tableName}"`;
    await source.transaction(async (manager) => {
      await manager.query(`delete from ${table}`);
      for (const place of placedIn(metadata)) await insert(manager, table, metadata, place);
      const seenBy = async (caller: Caller): Promise<string[]> => {
        await manager.query('savepoint before');
        await showRowsOf(manager, caller);
        const rows: { key: string }[] = await manager.query(`select "${keyOf(metadata)}" as key from ${table}`).catch(refusedIsNone);
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

  /** Where rows of a table can be: in some, each belongs to a service or a region, and in some the region alone is the key. */
  const placedIn = (metadata: EntityMetadata) => {
    const takesNone = (name: string) => metadata.columns.find(({ databaseName }) => databaseName === name)?.isNullable !== false;
    const fitting = placed.filter(({ unit }) => ('service' in unit || takesNone('service')) && ('region' in unit || takesNone('region')));
    const isAlone = (name: string, level: Unit['level']) => keyOf(metadata) !== name || level === name;
    return fitting.filter(({ unit: { level } }) => isAlone('region', level) && isAlone('service', level));
  };

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

/** Whoever may not look into a table at all sees none of its rows. */
function refusedIsNone(error: Error & { code?: string }): never[] {
  if (error.code !== '42501') throw error;
  return [];
}

/** The column that tells the rows apart: a text of the primary key, one that says nothing of the place where there is such a one. */
const keyOf = ({ primaryColumns }: EntityMetadata): string => {
  const texts = primaryColumns.filter(({ type }) => type === 'text').map(({ databaseName }) => databaseName);
  return texts.find((name) => name !== 'region' && name !== 'service') ?? texts[0] ?? primaryColumns[0]!.databaseName;
};

async function insert(sql: { query(text: string, values: unknown[]): Promise<unknown> }, table: string, metadata: EntityMetadata, { key, unit }: { key: string; unit: Unit }): Promise<void> {
  const valueOf = (column: EntityMetadata['columns'][number]): unknown => {
    if (column.databaseName === 'service') return 'service' in unit ? unit.service : null;
    if (column.databaseName === 'region') return 'region' in unit ? unit.region : null;
    if (column.databaseName === keyOf(metadata)) return key;
    if (column.isArray) return [];
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
