import { type makePersonKnown, type Organisation, personMadeKnown } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Person, PersonEvent } from '../person.js';

export type MakePersonKnown = z.infer<typeof makePersonKnown.schema>;

/** Makes a person known once. `sameEmail` is the person who is known to have the address already. */
export function decideMakePersonKnown(
  command: MakePersonKnown,
  { known, isErased }: Person,
  { now, organisation, sameEmail }: { now: string; organisation: Organisation | undefined; sameEmail: string | undefined },
): Decision<PersonEvent> {
  const { personId } = command;
  if (isErased) return refuse('person-is-erased', 'personId', { id: personId });
  if (known) return alreadySo(personId, known, command);
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: command.serviceId! });
  if (sameEmail !== undefined && sameEmail !== personId) return refuse('email-of-another', 'workEmail', { id: sameEmail });
  return [personMadeKnown(command, { occurredAt: now, organisation })];
}
