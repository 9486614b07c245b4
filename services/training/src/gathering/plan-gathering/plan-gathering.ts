import { type CurriculumDefinition, gatheringPlanned, type planGathering } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Gathering, GatheringEvent } from '../gathering.js';
import { organisationOfPlan, wrongDays } from '../planned.js';

export type PlanGathering = z.infer<typeof planGathering.schema>;

/** What planning needs to know: the curriculum that applies, and the cohort's first and last day where there is one. */
export interface PlanGatheringContext {
  now: string;
  curriculum: CurriculumDefinition | undefined;
  cohort: { startsOn: string; endsOn: string; programmeId: string } | undefined;
}

/** Plans a gathering that gives modules of a curriculum, for a cohort or open to all. */
export function decidePlanGathering(
  command: PlanGathering,
  { plan, held, scheduled, firstPlan }: Gathering,
  { now, curriculum, cohort }: PlanGatheringContext,
): Decision<GatheringEvent> {
  const { gatheringId: id, programmeId, moduleIds, cohortId, days } = command;
  if (plan) return alreadySo(id, firstPlan!, command);
  if (held ?? scheduled) return refuse('gathering-known', 'gatheringId', { id });
  if (!curriculum) return refuse('unknown-programme', 'programmeId', { id: programmeId });
  const unknown = moduleIds.findIndex((moduleId) => !curriculum.modules.some((module) => module.moduleId === moduleId));
  if (unknown >= 0) return refuse('unknown-module', `moduleIds.${unknown}`, { id: moduleIds[unknown]!, programme: programmeId });
  const wrong = wrongDays(days, now);
  if (wrong) return wrong;
  if (cohortId !== undefined) {
    if (cohort?.programmeId !== programmeId) return refuse('unknown-cohort', 'cohortId', { id: cohortId });
    const { startsOn, endsOn } = cohort;
    const outside = days.findIndex(({ date }) => date < startsOn || date > endsOn);
    if (outside >= 0) return refuse('outside-cohort', `days.${outside}.date`, { date: days[outside]!.date, startsOn, endsOn });
  }
  return [
    gatheringPlanned({ ...command, curriculumVersion: curriculum.version }, { occurredAt: now, organisation: organisationOfPlan(command) }),
  ];
}
