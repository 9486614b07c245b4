import { type Caller } from '@riggen/contracts';
import { reachOf, type RowClass, rowClasses, type TableClass } from '@riggen/access';
import type { DataSource, EntityMetadata } from 'typeorm';
import type { Sql } from './checkpoints.js';

/** The role that queries run as: it owns nothing, and sees what the policies show it. */
export const readerRole = 'riggen_reader';

/** The role of reports outside Riggen, Grafana among them: it sees tables of published figures, all of their rows, and nothing else. */
export const reportingRole = 'riggen_reporting';

const classes = Object.keys(rowClasses) as RowClass[];
const classOfEntity = new Map<unknown, TableClass>();

/**
 * Says what the rows of a table are about, and so who may see them: see `rowClasses`. The entity has the columns `service` and
 * `region` (text, nullable) where rows belong to a place, `group` where they belong to a group, and `personId` where they are
 * about a person, who then sees them where the class says so. `open` shows all rows to every query, `internal` shows none.
 */
export const RowsOf =
  (tableClass: TableClass): ClassDecorator =>
  (entity) =>
    void classOfEntity.set(entity, tableClass);

/** What the rows of an entity's table are said to be about. */
export const classOf = (entity: unknown): TableClass | undefined => classOfEntity.get(entity);

/** Creates a role that this process may take on, where it is missing. Roles are the cluster's, so other databases may do the same. */
export async function prepareRole(sql: Sql, role: string): Promise<void> {
  await sql.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
  await sql.query(`do $$ begin
      if not pg_has_role(current_user, '${role}', 'set') then grant ${role} to current_user; end if;
    end $$`);
}

/** Lets the roles that queries and reports run as look into a schema. */
export async function prepareReader(sql: Sql, schema: string): Promise<void> {
  for (const role of [readerRole, reportingRole]) {
    await prepareRole(sql, role);
    await sql.query(`grant usage on schema ${schema} to ${role}`);
  }
}

/**
 * Puts the policies on the tables of a schema that have none yet. Throws for a table whose rows are not said to be of a class,
 * or that lacks a column which its class needs, and for a materialized view, which would pass policies by.
 */
export async function protectTables(tables: DataSource, schema: string): Promise<void> {
  await tables.transaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtext('riggen.policies.${schema}'))`);
    const found: { name: string; kind: 'r' | 'v' | 'm' }[] = await sql.query(
      `select relname as name, relkind as kind from pg_class where relnamespace = '${schema}'::regnamespace
       and (relkind = 'r' and not relforcerowsecurity or relkind in ('v', 'm'))`,
    );
    const named = (kind: string) => found.filter((relation) => relation.kind === kind).map(({ name }) => name);
    for (const table of tables.entityMetadatas.filter(({ tableName }) => named('r').includes(tableName))) {
      await sql.query(policiesOf(schema, table));
    }
    for (const view of named('v')) {
      await sql.query(`alter view ${schema}."${view}" set (security_invoker = true); grant select on ${schema}."${view}" to ${readerRole}`);
    }
    const [materialized] = named('m');
    if (materialized) throw new Error(`${schema}.${materialized} is a materialized view: its rows would be seen by everybody`);
  });
}

function policiesOf(schema: string, { tableName, target, columns }: EntityMetadata): string {
  const tableClass = classOf(target);
  const table = `${schema}."${tableName}"`;
  if (!tableClass) throw new Error(`${table}: say whose rows they are, with @RowsOf`);
  const has = (column: string) => columns.some(({ databaseName }) => databaseName === column);
  const secured = `alter table ${table} enable row level security, force row level security;
    create policy owner on ${table} to current_user using (true) with check (true);`;
  if (tableClass === 'internal') return secured;
  const shown = tableClass === 'open' ? 'true' : shownWhere(tableClass, has, table);
  return `${secured}
    create policy reader on ${table} for select to ${readerRole} using (${shown});
    grant select on ${table} to ${readerRole};
    ${tableClass === 'figures' ? `create policy reporting on ${table} for select to ${reportingRole} using (true); grant select on ${table} to ${reportingRole};` : ''}`;
}

const placeless: readonly RowClass[] = ['study', 'accounts', 'readings'];

/** Which rows of a class are shown. Each setting is read once a query, in a subquery of its own, and not for every row. */
export function shownWhere(rowClass: RowClass, has: (column: string) => boolean, table: string): string {
  if (!placeless.includes(rowClass) && !(has('service') && has('region'))) {
    throw new Error(`${table}: rows of class ${rowClass} need the columns service and region`);
  }
  const setting = (name: string) => `nullif(current_setting('riggen.${rowClass}_${name}', true), '')`;
  // Nearly everybody has one place: to compare with the first costs half of a look into the others. The outer cast says: one array, not rows.
  const isOneOf = (place: string, name: string) => [
    `${place} = (select (${setting(name)}::text[])[1])`,
    `${place} = any ((select (${setting(name)}::text[])[2:])::text[])`,
  ];
  const self = 'self' in rowClasses[rowClass] && has('personId');
  return [
    `(select ${setting('nation')}::boolean)`,
    ...(has('region') ? isOneOf('region', 'regions') : []),
    ...(has('service') ? isOneOf('service', 'services') : []),
    ...(has('service') && has('group') ? isOneOf(`(service || ' ' || "group")`, 'groups') : []),
    ...(self ? [`"personId" = (select nullif(current_setting('riggen.caller', true), ''))`] : []),
  ].join(' or ');
}

/**
 * Turns the transaction that `sql` is in into a read-only one of the role that queries run as, over the rows that the caller
 * may see, and those that the query counts beyond that. One statement; it all ends with the transaction. A setting that is not
 * made shows nothing.
 */
export async function showRowsOf(sql: Sql, caller: Caller, counts: readonly RowClass[] = []): Promise<void> {
  const settings = classes.flatMap<string[]>((rowClass) => {
    const reach = reachOf(caller, rowClass);
    if (reach.nation || counts.includes(rowClass)) return [[`riggen.${rowClass}_nation`, 'true']];
    const places = { regions: reach.regions, services: reach.services, groups: reach.groups };
    return Object.entries(places).flatMap(([name, units]) => (units.length ? [[`riggen.${rowClass}_${name}`, arrayLiteral(units)]] : []));
  });
  if (caller.kind === 'person') settings.push(['riggen.caller', caller.id]);
  settings.push(['transaction_read_only', 'on'], ['role', readerRole]);
  await sql.query(`select ${settings.map(([name], index) => `set_config('${name}', $${index + 1}, true)`).join(', ')}`, settings.map(([, value]) => value));
}

const arrayLiteral = (values: string[]): string => `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
