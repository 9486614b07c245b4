import { type erasePerson, personErased } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Person, PersonEvent } from '../person.js';

export type ErasePerson = z.infer<typeof erasePerson.schema>;

/**
 * Erases a person who is known; once is as good as twice. Whoever works here still, by the service of an open position or by a
 * role that has not ended, is not erased but when recorded by mistake.
 */
export function decideErasePerson(
  command: ErasePerson,
  { known, isErased }: Person,
  { now, employedIn, role }: { now: string; employedIn: string | undefined; role: string | undefined },
): Decision<PersonEvent> {
  const { personId, reason } = command;
  if (isErased) return [];
  if (!known) return refuse('no-such-person', 'personId', { id: personId });
  if (reason !== 'recorded_by_mistake') {
    if (employedIn !== undefined) return refuse('person-has-position', 'personId', { service: employedIn });
    if (role !== undefined) return refuse('person-has-role', 'personId', { role });
  }
  return [personErased(command, { occurredAt: now })];
}
