import { cohortPlanned, type planCohort } from '@riggen/contracts';
import { alreadySo, daysBetween, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Cohort, CohortEvent } from '../cohort.js';

export type PlanCohort = z.infer<typeof planCohort.schema>;

/** One service takes one calendar year. */
export const longestCohortDays = 366;

/** Plans a cohort once: its digital half, then its physical half, within a year. */
export function decidePlanCohort(
  command: PlanCohort,
  { planned }: Cohort,
  { now, programmeIsKnown, unknownService }: { now: string; programmeIsKnown: boolean; unknownService: string | undefined },
): Decision<CohortEvent> {
  const { cohortId: id, programmeId, startsOn, physicalFrom, endsOn, serviceIds, region } = command;
  if (planned) return alreadySo(id, planned, command);
  if (!programmeIsKnown) return refuse('unknown-programme', 'programmeId', { id: programmeId });
  if (physicalFrom <= startsOn || endsOn < physicalFrom) return refuse('halves-out-of-order', 'physicalFrom', { startsOn, physicalFrom, endsOn });
  if (daysBetween(startsOn, endsOn) > longestCohortDays) return refuse('cohort-too-long', 'endsOn', { startsOn, endsOn });
  if (unknownService !== undefined) {
    return refuse('unknown-service-unit', `serviceIds.${serviceIds.indexOf(unknownService)}`, { id: unknownService });
  }
  return [cohortPlanned({ ...command, serviceIds: [...new Set(serviceIds)] }, { occurredAt: now, organisation: { region } })];
}
