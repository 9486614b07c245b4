import { erasePerson } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { person, personStream } from '../person.js';
import { subjectOfPerson } from '../person.lookups.js';
import { decideErasePerson } from './erase-person.js';

export const erasePersonSlice = commandSlice({
  definition: erasePerson,
  evolution: person,
  streamOf: ({ personId }) => personStream(personId),
  subject: subjectOfPerson,
  context: async (_, { now }) => ({ now }),
  decide: decideErasePerson,
});
