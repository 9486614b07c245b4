import { caseworkerRegistered, type Organisation, type registerCaseworker } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Caseworker, CaseworkerEvent } from '../caseworker.js';

export type RegisterCaseworker = z.infer<typeof registerCaseworker.schema>;

/** Registers a caseworker once, in a service that is known. */
export function decideRegisterCaseworker(
  command: RegisterCaseworker,
  { registered }: Caseworker,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<CaseworkerEvent> {
  if (registered) return alreadySo(command.personId, registered, command);
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: command.serviceId });
  return [caseworkerRegistered(command, { occurredAt: now, organisation })];
}
