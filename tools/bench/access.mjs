import { readerRole, protectTables, prepareSchema, openReadModels, showRowsOf, RowsOf } from '../../libs/projections/dist/index.js';
import { EntitySchema } from 'typeorm';

const rows = 200_000;
const services = 250;
const rounds = 300;
const leader = { kind: 'person', id: 'p', grants: [{ role: 'local_leader', unit: { level: 'service', service: 's7', region: 'vest' } }] };

class Figure {}
RowsOf('case')(Figure);
const figure = new EntitySchema({
  name: 'figure',
  target: Figure,
  columns: {
    id: { type: 'integer', primary: true },
    service: { type: 'text', nullable: true },
    region: { type: 'text', nullable: true },
    value: { type: 'integer' },
  },
  indices: [{ columns: ['service'] }],
});

/**
 * How long a local leader's query takes with the policy, in milliseconds, and as a ratio to the same read-only transaction by the
 * owner without it: the median of turns about.
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
  const query = (manager) => manager.query("select count(*)::int as n, avg(value) as mean, max(value) as most from measured.figure where service = 's7'");
  const withPolicy = () =>
    tables.transaction('REPEATABLE READ', async (manager) => {
      await showRowsOf(manager, leader);
      return query(manager);
    });
  const without = () =>
    tables.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('set transaction read only');
      return query(manager);
    });
  const [shown] = await withPolicy();
  const [all] = await without();
  if (shown.n !== rows / services || shown.n !== all.n) throw new Error(`${readerRole} sees ${shown.n} of ${all.n}`);
  const times = { withPolicy: [], without: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of round % 2 ? [['withPolicy', withPolicy], ['without', without]] : [['without', without], ['withPolicy', withPolicy]]) {
      const began = performance.now();
      await run();
      times[name].push(performance.now() - began);
    }
  }
  await tables.destroy();
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const [policy, bare] = [median(times.withPolicy.slice(50)), median(times.without.slice(50))];
  return { milliseconds: policy, ratio: policy / bare };
}
