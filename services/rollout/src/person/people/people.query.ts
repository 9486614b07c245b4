import { findPersonByEmail, getPerson, listPeople, type Person } from '@riggen/contracts';
import { queryController } from '@riggen/service';
import { In } from 'typeorm';
import { PersonRow } from '../person.tables.js';

const projections = ['people'];

const personOf = ({ personId, name, workEmail, workPhone, language, erased }: PersonRow): Person => ({
  ...{ personId, name, workEmail, workPhone, language, erased },
});

export const personQuery = queryController({
  definition: getPerson,
  projections,
  answer: async ({ personId }, tables) => {
    const row = await tables.findOneBy(PersonRow, { personId });
    return { person: row && personOf(row) };
  },
});

export const peopleQuery = queryController({
  definition: listPeople,
  projections,
  answer: async ({ ids, page, size }, tables) => {
    const [rows, total] = await tables.findAndCount(PersonRow, {
      where: ids === undefined ? {} : { personId: In(ids.split(',')) },
      order: { name: 'asc', personId: 'asc' },
      skip: (page - 1) * size,
      take: size,
    });
    return { items: rows.map(personOf), total, page, size };
  },
});

export const personByEmailQuery = queryController({
  definition: findPersonByEmail,
  projections,
  answer: async ({ workEmail }, tables) => {
    const [only, another] = await tables.find(PersonRow, { where: { workEmail }, take: 2 });
    return { person: only && !another ? { personId: only.personId, language: only.language } : null };
  },
});
