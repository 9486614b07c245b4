import { makePersonKnown } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { PersonRow } from '../person.tables.js';
import { person, personStream } from '../person.js';
import { decideMakePersonKnown } from './make-person-known.js';

export const makePersonKnownSlice = commandSlice({
  definition: makePersonKnown,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  context: async ({ workEmail }, { lookups, now }) => ({ now, sameEmail: (await lookups.row(PersonRow, { workEmail }))?.personId }),
  decide: decideMakePersonKnown,
});
