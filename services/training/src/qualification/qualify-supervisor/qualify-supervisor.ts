import { type Organisation, type qualifySupervisor, supervisorQualified } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { holds, type Qualification, type QualificationEvent } from '../qualification.js';

export type QualifySupervisor = z.infer<typeof qualifySupervisor.schema>;

/** Lets somebody whose certificate holds supervise; `earlier` is for those who supervised before Riggen. */
export function decideQualifySupervisor(
  command: QualifySupervisor,
  state: Qualification,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<QualificationEvent> {
  if (state.isSupervisor) return [];
  if (!command.earlier && !holds(state, calendarDateOf(now))) {
    return refuse('no-valid-certificate', 'personId', { id: command.personId });
  }
  return [supervisorQualified(command, { occurredAt: now, ...(organisation && { organisation }) })];
}
