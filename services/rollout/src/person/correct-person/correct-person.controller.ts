import { correctPerson } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { PersonRow } from '../person.tables.js';
import { person, personStream } from '../person.js';
import { placeOf, subjectOfPerson } from '../person.lookups.js';
import { decideCorrectPerson } from './correct-person.js';

export const correctPersonSlice = commandSlice({
  definition: correctPerson,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  subject: subjectOfPerson,
  context: async ({ serviceId, workEmail }, { lookups, now }) => ({
    now,
    organisation: await placeOf(lookups, serviceId),
    sameEmail: (await lookups.row(PersonRow, { workEmail }))?.personId,
  }),
  decide: decideCorrectPerson,
});
