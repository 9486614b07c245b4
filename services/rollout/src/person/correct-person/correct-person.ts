import { type correctPerson, type Organisation, personCorrected } from '@riggen/contracts';
import { alreadySo, type Decision, isRefusal, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Person, PersonEvent } from '../person.js';

export type CorrectPerson = z.infer<typeof correctPerson.schema>;

/** Puts what is known of a person right. `sameEmail` is the person who is known to have the address already. */
export function decideCorrectPerson(
  command: CorrectPerson,
  { known, isErased }: Person,
  { now, organisation, sameEmail }: { now: string; organisation: Organisation | undefined; sameEmail: string | undefined },
): Decision<PersonEvent> {
  const { personId } = command;
  if (isErased) return refuse('person-is-erased', 'personId', { id: personId });
  if (!known) return refuse('no-such-person', 'personId', { id: personId });
  if (!isRefusal(alreadySo(personId, known, command))) return [];
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: command.serviceId! });
  if (sameEmail !== undefined && sameEmail !== personId) return refuse('email-of-another', 'workEmail', { id: sameEmail });
  return [personCorrected(command, { occurredAt: now, organisation })];
}
