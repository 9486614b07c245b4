import { caseOpened, type openCase, type Organisation } from '@riggen/contracts';
import { alreadySo, calendarDateOf, type Decision, refuse, startOfDay } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Case, CaseEvent } from '../case.js';

export type OpenCase = z.infer<typeof openCase.schema>;

/** Opens a case once, in a known service with a known caseworker as contact person. */
export function decideOpenCase(
  command: OpenCase,
  { opened }: Case,
  { now, organisation, isCaseworker }: { now: string; organisation: Organisation | undefined; isCaseworker: boolean },
): Decision<CaseEvent> {
  if (opened) return alreadySo(command.caseId, opened, command);
  const { serviceId, contactPersonId, openedOn } = command;
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId });
  if (!isCaseworker) return refuse('unknown-person', 'contactPersonId', { id: contactPersonId });
  if (openedOn > calendarDateOf(now)) return refuse('date-after-today', 'openedOn', { date: openedOn });
  return [caseOpened(command, { occurredAt: startOfDay(openedOn), organisation })];
}
