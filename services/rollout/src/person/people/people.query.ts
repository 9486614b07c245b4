import { findPersonByEmail, getPerson, getPersonData, listPeople, type Person } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { In } from 'typeorm';
import { placeOfUnit } from '../../service-unit/organisation.projection.js';
import { PersonRow } from '../person.tables.js';

const projections = ['people'];

const personOf = ({ personId, service, name, workEmail, workPhone, language, erased }: PersonRow): Person => ({
  ...{ personId, service, name, workEmail, workPhone, language, erased },
});

export const personQuery = querySlice({
  definition: getPerson,
  projections,
  subject: async ({ personId }, tables) => {
    const row = await tables.findOneBy(PersonRow, { personId });
    return row ? { person: personId, service: row.service ?? undefined, region: row.region ?? undefined } : undefined;
  },
  answer: async ({ personId }, tables) => {
    const row = await tables.findOneBy(PersonRow, { personId });
    return { person: row && personOf(row) };
  },
});

export const personDataQuery = querySlice({
  definition: getPersonData,
  projections,
  subject: async ({ personId }) => ({ person: personId }),
  answer: async ({ personId }, tables) => {
    const row = await tables.findOneBy(PersonRow, { personId });
    return { person: row && personOf(row) };
  },
});

export const peopleQuery = querySlice({
  definition: listPeople,
  projections: [...projections, 'organisation'],
  subject: async ({ region, serviceId, ids }, tables) => {
    if (serviceId !== undefined) return placeOfUnit(serviceId, tables);
    return ids === undefined ? { region } : placeOfAll(await tables.findBy(PersonRow, { personId: In(ids.split(',')) }));
  },
  answer: async ({ ids, region, serviceId, page, size }, tables) => {
    const [rows, total] = await tables.findAndCount(PersonRow, {
      where: { ...(ids !== undefined && { personId: In(ids.split(',')) }), ...(serviceId !== undefined && { service: serviceId }), ...(region && { region }) },
      order: { name: 'asc', personId: 'asc' },
      skip: (page - 1) * size,
      take: size,
    });
    return { items: rows.map(personOf), total, page, size };
  },
});

/** The narrowest place that holds everybody: a service, a region, else the nation. */
function placeOfAll(rows: readonly PersonRow[]): { service?: string; region?: string } {
  const only = (values: (string | null)[]) => (new Set(values).size === 1 ? (values[0] ?? undefined) : undefined);
  const [service, region] = [only(rows.map((row) => row.service)), only(rows.map((row) => row.region))];
  return { ...(region && { region }), ...(region && service && { service }) };
}

export const personByEmailQuery = querySlice({
  definition: findPersonByEmail,
  projections,
  subject: async () => ({}),
  answer: async ({ workEmail }, tables) => {
    const [only, another] = await tables.find(PersonRow, { where: { workEmail }, take: 2 });
    return { person: only && !another ? { personId: only.personId, language: only.language } : null };
  },
});
