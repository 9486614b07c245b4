import type { ServiceHost } from '@riggen/service';

const schemas = ['rollout', 'training', 'supervision', 'fidelity', 'feedback', 'dashboards'];

/**
 * Prepares the roles that Grafana signs in with: `riggen_operations` sees how the system runs, `riggen_reporting` the published
 * figures, which their tables grant. With GRAFANA_DATABASE_PASSWORD they can sign in; without it nobody can.
 */
export async function prepareGrafanaRoles(host: ServiceHost): Promise<void> {
  await grantOperations(host.tables);
  const password = process.env['GRAFANA_DATABASE_PASSWORD'];
  if (!password) return;
  for (const role of ['riggen_operations', 'riggen_reporting']) {
    const [{ statement }]: [{ statement: string }] = await host.tables.query('select format($2, $1::text) as statement', [
      password,
      `alter role ${role} login password %L`,
    ]);
    await host.tables.query(statement);
  }
}

/** What the dashboard of operations is made of: places and times of events, checkpoints, parked events; never what they hold. */
async function grantOperations(tables: ServiceHost['tables']): Promise<void> {
  await tables.query(`do $$ begin
      if not exists (select from pg_roles where rolname = 'riggen_operations') then create role riggen_operations nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
  const exists = async (table: string) => (await tables.query<{ found: boolean }[]>('select to_regclass($1) is not null as found', [table]))[0]!.found;
  for (const schema of schemas) {
    if (!(await exists(`${schema}.parked_events`))) continue; // its service has not started yet, and the next start grants it
    await tables.query(`grant usage on schema ${schema} to riggen_operations`);
    await tables.query(`grant select on ${schema}.projection_checkpoints, ${schema}.parked_events to riggen_operations`);
  }
  if (!(await exists('event_store.events'))) return;
  await tables.query('grant usage on schema event_store to riggen_operations');
  await tables.query('grant select (position, tx, stream, type, recorded_at) on event_store.events to riggen_operations');
}
