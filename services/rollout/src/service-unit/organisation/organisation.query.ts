import { seesRows } from '@riggen/access';
import { getOrganisation } from '@riggen/contracts';
import { allRegions, municipalityOf } from '@riggen/reference';
import { querySlice } from '@riggen/service';
import { listedUnit } from '../listed-unit.query.js';
import { organisationOn, type UnitOn } from '../organisation-on.js';
import { statementsIn } from '../organisation.projection.js';
import { staffOn, today } from '../staff-on.query.js';

/** The services as they are on a day. */
export const organisationQuery = querySlice({
  definition: getOrganisation,
  projections: ['organisation'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ on = today(), region, search, page, size }, tables, caller) => {
    const statements = await statementsIn(tables);
    const there = [...organisationOn(on, statements).values()].filter(({ succession }) => !succession);
    const regions = allRegions.map(({ id, name }) => ({ region: id, name, services: there.filter((unit) => unit.region === id).length }));
    const wanted = there.filter((unit) => (!region || unit.region === region) && (!search || matches(unit, search)));
    const sorted = wanted.sort((a, b) => order(a.region) - order(b.region) || a.name.localeCompare(b.name, 'nb') || a.serviceId.localeCompare(b.serviceId));
    const shown = sorted.slice((page - 1) * size, page * size);
    const open = shown.filter(({ serviceId, region: of }) => seesRows(caller, 'person', { service: serviceId, region: of }));
    const staff = await staffOn(on, tables, open.map(({ serviceId }) => serviceId));
    const items = shown.map((unit) => listedUnit(unit, staff.get(unit.serviceId), statements));
    return { on, regions, items, total: wanted.length, page, size };
  },
});

const order = (region: string): number => allRegions.findIndex(({ id }) => id === region);

function matches({ name, municipalityNumbers }: UnitOn, search: string): boolean {
  const names = [name, ...municipalityNumbers.map((number) => municipalityOf(number)?.name ?? '')];
  return names.some((text) => text.toLocaleLowerCase('nb').includes(search.toLocaleLowerCase('nb')));
}
