import { implementationStarted, type Organisation, type startImplementation } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Implementation, ImplementationEvent } from '../implementation.js';
import { newestTemplate } from '../template.js';

export type StartImplementation = z.infer<typeof startImplementation.schema>;

/** Begins the implementation of a programme in a service, once, by the newest checklist. */
export function decideStartImplementation(
  { serviceId, programmeId, startedOn }: StartImplementation,
  { started }: Implementation,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<ImplementationEvent> {
  if (started) return started.startedOn === startedOn ? [] : refuse('implementation-started', 'startedOn', { from: started.startedOn });
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId });
  if (!newestTemplate.programmes.some((programme) => programme.programmeId === programmeId)) {
    const programmes = newestTemplate.programmes.map((programme) => programme.programmeId).join(', ');
    return refuse('unknown-programme-to-implement', 'programmeId', { id: programmeId, programmes });
  }
  if (startedOn > calendarDateOf(now)) return refuse('date-after-today', 'startedOn', { date: startedOn });
  return [implementationStarted({ serviceId, programmeId, startedOn, templateVersion: newestTemplate.version }, { occurredAt: now, organisation })];
}
