import { type joinCohort, type Organisation, serviceJoinedCohort } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Cohort, CohortEvent } from '../cohort.js';

type JoinCohort = z.infer<typeof joinCohort.schema>;

/** Takes a service into a cohort. */
export function decideJoinCohort(
  command: JoinCohort,
  { planned, services }: Cohort,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<CohortEvent> {
  const { cohortId, serviceId } = command;
  if (!planned) return refuse('unknown-cohort', 'cohortId', { id: cohortId });
  if (services.has(serviceId)) return [];
  if (!organisation) return refuse('unknown-service-unit', 'serviceId', { id: serviceId });
  return [serviceJoinedCohort(command, { occurredAt: now, organisation })];
}
