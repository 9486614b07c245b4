import { makePersonKnown } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { PersonRow } from '../person.tables.js';
import { person, personStream } from '../person.js';
import { placeOf, subjectOfPerson } from '../person.lookups.js';
import { decideMakePersonKnown } from './make-person-known.js';

export const makePersonKnownSlice = commandSlice({
  definition: makePersonKnown,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  subject: subjectOfPerson,
  context: async ({ serviceId, workEmail }, { lookups, now }) => ({
    now,
    organisation: await placeOf(lookups, serviceId),
    sameEmail: (await lookups.row(PersonRow, { workEmail }))?.personId,
  }),
  decide: decideMakePersonKnown,
});
