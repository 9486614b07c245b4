import { matrixRow, mayDo } from '../../libs/access/dist/index.js';
import { openReadModels, prepareSchema, protectTables, showRowsOf } from '../../libs/projections/dist/index.js';
import { allRegions } from '../../libs/reference/dist/index.js';
import { organisationQuery } from '../../services/rollout/dist/service-unit/organisation/organisation.query.js';
import { PositionRow, StatementRow } from '../../services/rollout/dist/service-unit/organisation.tables.js';

const services = 250;
const positionsEach = 80; // some years of a service: a third of the positions are open on a day
const rounds = 150;
const region = 'vest';
const caller = { kind: 'person', id: 'p', grants: [{ role: 'regional_team', unit: { level: 'region', region } }] };

/**
 * What access adds to the page of the services of a region, as the rollout service answers it from the read model of a nation: 250
 * services, 20,000 positions. With access, its matrix is asked, the caller's reach is set, and the query runs as the role and
 * under the policies of readers. Without, the same slice answers the same question in a transaction of the same kind (repeatable read,
 * read only), as the owner. A regional team is measured, as its policy costs more than that of the nation, which ends at the first
 * arm. Gives milliseconds with access, and the ratio to without: medians over pairs of turns, the order changing from pair to pair.
 */
export async function accessOverhead(url) {
  const tables = await openReadModels(url, 'rollout', [StatementRow, PositionRow], 1);
  await tables.query('create schema rollout');
  await prepareSchema(tables, 'rollout');
  await tables.synchronize();
  await protectTables(tables, 'rollout');
  await fill(tables.manager);

  const input = organisationQuery.definition.input.parse({ region, size: 200 });
  const answered = {
    without: () =>
      tables.transaction('REPEATABLE READ', async (sql) => {
        await sql.query('set transaction read only');
        return organisationQuery.answer(input, sql, caller);
      }),
    withAccess: () =>
      tables.transaction('REPEATABLE READ', async (sql) => {
        const subject = await organisationQuery.subject(input, sql);
        if (!mayDo(matrixRow(organisationQuery.definition), caller, subject)) throw new Error('The matrix lets no region see its services');
        await showRowsOf(sql, caller);
        return organisationQuery.answer(input, sql, caller);
      }),
  };
  const [all, shown] = [await answered.without(), await answered.withAccess()];
  if (shown.total < 40 || JSON.stringify(shown) !== JSON.stringify(all)) throw new Error(`The region sees ${shown.total} of its ${all.total} services`);

  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const times = {};
    for (const name of round % 2 ? ['withAccess', 'without'] : ['without', 'withAccess']) {
      const began = performance.now();
      await answered[name]();
      times[name] = performance.now() - began;
    }
    if (round >= rounds / 5) pairs.push(times); // the first turns warm up
  }
  await tables.destroy();
  const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return { milliseconds: median(pairs.map(({ withAccess }) => withAccess)), ratio: median(pairs.map(({ withAccess, without }) => withAccess / without)) };
}

/** Services over all regions, each with positions that begin over some years and end after four. */
async function fill(sql) {
  const regions = allRegions.map(({ id }) => id);
  const unit = (n) => ({ serviceId: `s${n}`, region: regions[n % regions.length] });
  const statements = Array.from({ length: services }, (_, n) => ({
    ...{ position: String(n).padStart(12, '0'), type: 'ServiceUnitRegistered', marking: 'synthetic' },
    data: { ...unit(n), name: `Tjeneste ${n}`, kind: 'municipal', municipalityNumbers: ['0301'] },
  }));
  await sql.insert(StatementRow, statements);
  for (let n = 0; n < services; n += 1) {
    const { serviceId: service, region } = unit(n);
    const positions = Array.from({ length: positionsEach }, (_, index) => {
      const year = 2015 + (index % 12);
      const role = ['caseworker', 'caseworker', 'supervisor', 'leader'][index % 4];
      const ends = year + 4 <= 2026 ? `${year + 4}-07-31` : null;
      return { ownerServiceId: service, service, region, positionId: `${service}-${index}`, personId: `${service}-${index}`, role, from: `${year}-08-01`, to: ends, percentage: 100 };
    });
    await sql.insert(PositionRow, positions);
  }
  await sql.query('analyze');
}
