import { defineEvent, erasable } from '../../definitions.js';
import { correctPerson, erasePerson, makePersonKnown } from './commands.js';

const personalFields = ['name', 'workEmail', 'workPhone'] as const;
const personal = { of: 'personId', fields: personalFields };

export const personMadeKnown = defineEvent({
  service: 'rollout',
  type: 'PersonMadeKnown',
  schemaVersion: 1,
  summary: 'A person of the staff is known',
  schema: erasable(makePersonKnown.schema, personalFields),
  personal,
});

export const personCorrected = defineEvent({
  service: 'rollout',
  type: 'PersonCorrected',
  schemaVersion: 1,
  summary: 'What is known of a person was corrected',
  schema: erasable(correctPerson.schema, personalFields),
  personal,
});

export const personErased = defineEvent({
  service: 'rollout',
  type: 'PersonErased',
  schemaVersion: 1,
  summary: "A person is erased: the key of the person's data is destroyed",
  schema: erasePerson.schema,
  erases: 'personId',
});
