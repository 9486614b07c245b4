import { type Organisation, type registerRespondent, respondentRegistered } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Respondent, RespondentEvent } from '../respondent.js';

export type RegisterRespondent = z.infer<typeof registerRespondent.schema>;

/** Registers a parent or young person once, by random key, in a case that is known. */
export function decideRegisterRespondent(
  command: RegisterRespondent,
  { registered }: Respondent,
  { now, organisation, isCase }: { now: string; organisation: Organisation | undefined; isCase: boolean },
): Decision<RespondentEvent> {
  if (registered) return alreadySo(command.respondentId, registered, command);
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: command.serviceId });
  if (!isCase) return refuse('unknown-case', 'caseId', { id: command.caseId });
  return [respondentRegistered(command, { occurredAt: now, organisation })];
}
