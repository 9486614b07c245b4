import { getRolloutByStage, type Stage } from '@riggen/contracts';
import { allRegions } from '@riggen/reference';
import { querySlice } from '@riggen/service';
import { organisationOn } from '../../service-unit/organisation-on.js';
import { statementsIn } from '../../service-unit/organisation.projection.js';
import { today } from '../../service-unit/staff-on.query.js';
import { ImplementationRow } from '../implementation.tables.js';
import { daysInStage, missingForImplemented, openStages } from '../progress.js';
import { newestTemplate, stages, templateOf } from '../template.js';

/** How far the nation is with a programme. A service counts in the furthest stage that is open. */
export const rolloutByStageQuery = querySlice({
  definition: getRolloutByStage,
  projections: ['implementation', 'organisation'],
  subject: async () => ({}),
  answer: async ({ programmeId, on = today() }, tables) => {
    const units = [...organisationOn(on, await statementsIn(tables)).values()].filter(({ succession }) => !succession);
    const rows = new Map((await tables.findBy(ImplementationRow, { programmeId })).map((row) => [row.service, row]));
    const standings = units.map(({ serviceId, region }) => {
      const row = rows.get(serviceId);
      const missing = row && missingForImplemented(row.state, templateOf(row.state.started!.templateVersion), on);
      return { region, spells: row?.spells ?? [], furthest: openStages(row?.spells ?? [], on).at(-1), implemented: missing?.length === 0 };
    });
    return {
      on,
      regions: allRegions.map(({ id }) => {
        const here = standings.filter(({ region }) => region === id);
        const inStage = (stage: Stage) => here.filter(({ furthest }) => furthest === stage).length;
        return {
          region: id,
          services: here.length,
          notStarted: here.filter(({ spells }) => !spells.some(({ from }) => from <= on)).length,
          byStage: Object.fromEntries(stages.map((stage) => [stage, inStage(stage)])) as Record<Stage, number>,
          implemented: here.filter(({ implemented }) => implemented).length,
        };
      }),
      stages: newestTemplate.stages.map(({ stage, plannedDays }) => {
        const been = standings.filter(({ spells }) => spells.some((spell) => spell.stage === stage && spell.from <= on));
        const days = been.map(({ spells }) => daysInStage(spells, stage, on));
        const over = been.filter(({ spells }, n) => plannedDays !== null && days[n]! > plannedDays && openStages(spells, on).includes(stage));
        return { stage, plannedDays, services: been.length, medianDays: median(days), overPlan: over.length };
      }),
    };
  },
});

function median(numbers: number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (!sorted.length) return null;
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
