import { type leaveCohort, serviceLeftCohort } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Cohort, CohortEvent } from '../cohort.js';

type LeaveCohort = z.infer<typeof leaveCohort.schema>;

/** Takes a service out of a cohort. */
export function decideLeaveCohort(
  command: LeaveCohort,
  { planned, services }: Cohort,
  { now }: { now: string },
): Decision<CohortEvent> {
  const { cohortId, serviceId } = command;
  if (!planned) return refuse('unknown-cohort', 'cohortId', { id: cohortId });
  if (!services.has(serviceId)) return [];
  return [serviceLeftCohort(command, { occurredAt: now, organisation: { region: planned.region } })];
}
