import { readerRole, protectTables, prepareSchema, openReadModels, showRowsOf, RowsOf } from '../../libs/projections/dist/index.js';
import { EntitySchema } from 'typeorm';

const rows = 100_000;
const services = 250;
const rounds = 100;
const region = { kind: 'person', id: 'p', grants: [{ role: 'regional_team', unit: { level: 'region', region: 'vest' } }] };

class Figure {}
RowsOf('organisation')(Figure);
const figure = new EntitySchema({
  name: 'figure',
  target: Figure,
  columns: {
    id: { type: 'integer', primary: true },
    service: { type: 'text', nullable: true },
    region: { type: 'text', nullable: true },
    value: { type: 'integer' },
  },
  indices: [{ columns: ['region', 'service'] }],
});

/**
 * How long a region's overview of its services takes with the policy, in milliseconds, and as a ratio to the same read-only transaction by the
 * owner without it: the lower quartile of turns about, which other work on the machine disturbs least.
 */
export async function accessOverhead(url) {
  const tables = await openReadModels(url, 'measured', [figure], 1);
  await tables.query('create schema measured');
  await prepareSchema(tables, 'measured');
  await tables.synchronize();
  await protectTables(tables, 'measured');
  await tables.query(
    `insert into measured.figure select n, 's' || n % ${services}, (array['nord','midt','vest','sor','ost'])[1 + n % 5], n % 100 from generate_series(1, ${rows}) n`,
  );
  await tables.query('analyze measured.figure');
  const query = (manager) => manager.query("select service, count(*)::int as n, avg(value) as mean, stddev(value) as spread, max(value) as most from measured.figure where region = 'vest' group by service order by service");
  const withPolicy = () =>
    tables.transaction('REPEATABLE READ', async (manager) => {
      await showRowsOf(manager, region);
      return query(manager);
    });
  const without = () =>
    tables.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      return query(manager);
    });
  const [shown, all] = [await withPolicy(), await without()];
  if (!shown.length || JSON.stringify(shown) !== JSON.stringify(all)) throw new Error(`${readerRole} sees ${shown.length} of ${all.length} services`);
  const times = { withPolicy: [], without: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of round % 2 ? [['withPolicy', withPolicy], ['without', without]] : [['without', without], ['withPolicy', withPolicy]]) {
      const began = performance.now();
      await run();
      times[name].push(performance.now() - began);
    }
  }
  await tables.destroy();
  const quartile = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 4)];
  const [policy, bare] = [quartile(times.withPolicy.slice(20)), quartile(times.without.slice(20))];
  return { milliseconds: policy, ratio: policy / bare };
}
