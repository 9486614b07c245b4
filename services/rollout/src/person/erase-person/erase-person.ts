import { type erasePerson, personErased } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Person, PersonEvent } from '../person.js';

export type ErasePerson = z.infer<typeof erasePerson.schema>;

/** Erases a person who is known; once is as good as twice. */
export function decideErasePerson(command: ErasePerson, { known, isErased }: Person, { now }: { now: string }): Decision<PersonEvent> {
  if (isErased) return [];
  if (!known) return refuse('no-such-person', 'personId', { id: command.personId });
  return [personErased(command, { occurredAt: now })];
}
