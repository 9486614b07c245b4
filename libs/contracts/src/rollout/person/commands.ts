import { z } from 'zod';
import { defineCommand } from '../../definitions.js';
import { key, personName, phoneNumber, workEmail } from '../../primitives.js';

export const personLanguage = z.enum(['nb', 'nn', 'en']);
export const erasureReason = z.enum(['asked_for', 'left', 'recorded_by_mistake', 'retention_ended']);

const person = z.object({
  personId: key.describe('A random key, made by whoever makes the person known'),
  serviceId: key.optional().describe('The service in which the person works; absent for those of a region or the nation'),
  name: personName,
  workEmail,
  workPhone: phoneNumber.optional(),
  language: personLanguage,
});

export const makePersonKnown = defineCommand({
  service: 'rollout',
  name: 'make-person-known',
  summary: 'Make a person of the staff known: name, work e-mail and phone are stored encrypted',
  schema: person,
});

export const correctPerson = defineCommand({
  service: 'rollout',
  name: 'correct-person',
  summary: 'Correct what is known of a person: the whole of it, as it should be',
  schema: person,
});

export const erasePerson = defineCommand({
  service: 'rollout',
  name: 'erase-person',
  summary: "Erase a person: the key of the person's data is destroyed for ever",
  schema: z.object({ personId: key, reason: erasureReason }),
});
