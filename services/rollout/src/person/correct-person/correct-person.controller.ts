import { correctPerson } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { PersonRow } from '../person.tables.js';
import { person, personStream } from '../person.js';
import { decideCorrectPerson } from './correct-person.js';

export const correctPersonSlice = commandSlice({
  definition: correctPerson,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  context: async ({ workEmail }, { lookups, now }) => ({ now, sameEmail: (await lookups.row(PersonRow, { workEmail }))?.personId }),
  decide: decideCorrectPerson,
});
