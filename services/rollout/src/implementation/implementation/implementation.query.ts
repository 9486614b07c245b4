import { seesRows } from '@riggen/access';
import { getImplementation, type Stage } from '@riggen/contracts';
import { daysBetween } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import { percentage } from '@riggen/statistics';
import type { z } from 'zod';
import { placeOfUnit } from '../../service-unit/organisation.projection.js';
import { today } from '../../service-unit/staff-on.query.js';
import { implementation, type Implementation } from '../implementation.js';
import { ImplementationRow } from '../implementation.tables.js';
import { checklistOf, daysInStage, missingForImplemented, openStages } from '../progress.js';
import { newestTemplate, stages, type Template, templateOf } from '../template.js';

/** How far a programme is in a service. */
export const implementationQuery = querySlice({
  definition: getImplementation,
  projections: ['implementation', 'organisation'],
  subject: ({ serviceId }, tables) => placeOfUnit(serviceId, tables),
  answer: async ({ serviceId, programmeId, on = today() }, tables, caller) => {
    const row = await tables.findOneBy(ImplementationRow, { service: serviceId, programmeId });
    const state = row?.state ?? implementation.initialState;
    const template = state.started ? templateOf(state.started.templateVersion) : newestTemplate;
    const seesPeople = seesRows(caller, 'person', { service: serviceId, region: row?.region ?? undefined });
    const missing = missingForImplemented(state, template, on);
    return {
      on,
      started: state.started !== undefined,
      templateVersion: state.started?.templateVersion ?? null,
      stages: stages.map((stage) => progressOf(state, template, stage, on)),
      readiness: template.readinessFactors.map((factor) => {
        const { kind = null, note = null, on: mappedOn = null } = state.readiness[factor.factorId] ?? {};
        return { ...factor, kind, note, on: mappedOn };
      }),
      drivers: {
        items: template.driverItems,
        assessments: state.assessments.map((assessment) => ({ on: assessment.on, scores: assessment.scores, note: assessment.note ?? null })),
      },
      plan: state.plan ? { revision: state.plan.revision, content: seesPeople ? state.plan.plan : { ...state.plan.plan, participants: null } } : null,
      implemented: missing.length === 0,
      missing,
    };
  },
});

function progressOf(state: Implementation, template: Template, stage: Stage, on: string): z.infer<typeof getImplementation.output>['stages'][number] {
  const { plannedDays } = template.stages.find((entry) => entry.stage === stage)!;
  const checklist = checklistOf(state, template, stage);
  const applicable = checklist.filter(({ waived }) => waived === undefined);
  const done = applicable.flatMap(({ doneOn }) => doneOn ?? []).sort();
  const days = daysInStage(state.spells, stage, on);
  return {
    ...{ stage, days, plannedDays },
    open: openStages(state.spells, on).includes(stage),
    spells: state.spells.filter((spell) => spell.stage === stage).map(({ from, to }) => ({ from, to: to ?? null })),
    daysOverPlan: daysOverPlan(days, plannedDays),
    completed: done.length,
    applicable: applicable.length,
    proportion: percentage(done.length, applicable.length),
    duration: done.length ? daysBetween(done[0]!, done.at(-1)!) : null,
    checklist: checklist.map(({ activityId, title, local, plannedFor, doneOn, waived, version }) => ({
      ...{ activityId, title, local, version },
      ...{ plannedFor: plannedFor ?? null, doneOn: doneOn ?? null, waived: waived ?? null },
    })),
  };
}

const daysOverPlan = (days: number, plannedDays: number | null): number => (plannedDays === null ? 0 : Math.max(0, days - plannedDays));
