import { getServicesInLine } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { listedUnit } from '../../service-unit/listed-unit.query.js';
import { organisationOn } from '../../service-unit/organisation-on.js';
import { statementsIn } from '../../service-unit/organisation.projection.js';
import { today } from '../../service-unit/staff-on.query.js';
import { implementation } from '../implementation.js';
import { ImplementationRow } from '../implementation.tables.js';
import { daysInStage, missingForImplemented, openStages } from '../progress.js';
import { newestTemplate, templateOf } from '../template.js';

type InLine = z.infer<typeof getServicesInLine.output>['items'][number];

/**
 * The services of a region, or of the nation where none is named. Those that wait (not begun, or in exploration or installation) stand by readiness: the more factors help
 * than hinder, the earlier; those that slip by how long they are over the plan.
 */
export const servicesInLineQuery = querySlice({
  definition: getServicesInLine,
  projections: ['implementation', 'organisation'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ region, programmeId, show, on = today(), page, size }, tables) => {
    const statements = await statementsIn(tables);
    const rows = new Map((await tables.findBy(ImplementationRow, { programmeId, ...(region && { region }) })).map((row) => [row.service, row]));
    const units = [...organisationOn(on, statements).values()].filter((unit) => (!region || unit.region === region) && !unit.succession);
    const all = units.map((unit): InLine => {
      const { name, children } = listedUnit(unit, [], statements);
      return { serviceId: unit.serviceId, name, region: unit.region, children, ...standing(rows.get(unit.serviceId), on) };
    });
    const wanted = all.filter((service) => show === 'all' || (show === 'slipping' ? service.daysOverPlan > 0 : isWaiting(service)));
    wanted.sort((a, b) => (show === 'slipping' ? b.daysOverPlan - a.daysOverPlan : readiness(b) - readiness(a)) || a.name.localeCompare(b.name, 'nb'));
    return { items: wanted.slice((page - 1) * size, page * size), total: wanted.length, page, size };
  },
});

const isWaiting = ({ stage }: InLine): boolean => stage === null || stage === 'exploration' || stage === 'installation';
const readiness = ({ facilitators, barriers }: InLine): number => facilitators - barriers;

function standing(row: ImplementationRow | undefined, on: string): Omit<InLine, 'serviceId' | 'name' | 'region' | 'children'> {
  const state = row?.state ?? implementation.initialState;
  const template = state.started ? templateOf(state.started.templateVersion) : newestTemplate;
  const stage = openStages(state.spells, on).at(-1) ?? null;
  const days = stage ? daysInStage(state.spells, stage, on) : 0;
  const plannedDays = template.stages.find((entry) => entry.stage === stage)?.plannedDays ?? null;
  const kinds = template.readinessFactors.map(({ factorId }) => state.readiness[factorId]?.kind);
  return {
    ...{ stage, days, plannedDays },
    daysOverPlan: plannedDays === null ? 0 : Math.max(0, days - plannedDays),
    facilitators: kinds.filter((kind) => kind === 'facilitator').length,
    barriers: kinds.filter((kind) => kind === 'barrier').length,
    unmapped: kinds.filter((kind) => kind === undefined).length,
    implemented: missingForImplemented(state, template, on).length === 0,
  };
}
