import { z } from 'zod';
import { defineQuery } from '../../definitions.js';
import { pageOf, paging } from '../../paging.js';
import { key, regionId, workEmail } from '../../primitives.js';
import { erasureReason, personLanguage } from './commands.js';

/** A person of the staff. Name, e-mail and phone are null when the person is erased. */
const person = z.object({
  personId: key,
  service: key.nullable(),
  name: z.string().nullable(),
  workEmail: z.string().nullable(),
  workPhone: z.string().nullable(),
  language: personLanguage,
  erased: z.object({ at: z.iso.datetime(), reason: erasureReason }).nullable(),
});
export type Person = z.infer<typeof person>;

export const getPerson = defineQuery({
  service: 'rollout',
  name: 'person',
  audience: 'portal',
  summary: 'What is known of a person; null for a key that nobody has',
  input: z.object({ personId: key }),
  output: z.object({ person: person.nullable() }),
});

/** For the command line: the reading is logged with its own purpose, and stays inside. */
export const getPersonData = defineQuery({
  service: 'rollout',
  name: 'person-data',
  audience: 'study',
  summary: 'What is known of a person, for the file that is handed over with all that is held; null for a key that nobody has',
  input: z.object({ personId: key }),
  output: z.object({ person: person.nullable() }),
});

export const listPeople = defineQuery({
  service: 'rollout',
  name: 'people',
  audience: 'portal',
  summary: 'Persons by name, those whom one may see: of a region or a service, or with ids, separated by commas, only these',
  input: z.object({ region: regionId.optional(), serviceId: key.optional(), ids: z.string().max(10_000).optional(), ...paging }),
  output: pageOf(person),
});

/** For sign-in: stays inside, since an address must not stand in a URL. */
export const findPersonByEmail = defineQuery({
  service: 'rollout',
  name: 'person-by-email',
  audience: 'study',
  summary: 'The one person with a work e-mail; null when nobody has it, or more than one',
  input: z.object({ workEmail }),
  output: z.object({ person: z.object({ personId: key, language: personLanguage }).nullable() }),
});
