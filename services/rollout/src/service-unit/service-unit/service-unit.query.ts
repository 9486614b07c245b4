import { seesRows } from '@riggen/access';
import { getServiceUnit } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { listedUnit } from '../listed-unit.query.js';
import { organisationOn, type Told } from '../organisation-on.js';
import { placeOfUnit, statementsIn } from '../organisation.projection.js';
import { staffOn, today } from '../staff-on.query.js';

type Entry = z.infer<typeof getServiceUnit.output>['history'][number];

/** A service as it is on a day, and its history. */
export const serviceUnitQuery = querySlice({
  definition: getServiceUnit,
  projections: ['organisation'],
  subject: ({ serviceId }, tables) => placeOfUnit(serviceId, tables),
  answer: async ({ serviceId, on = today() }, tables, caller) => {
    const statements = await statementsIn(tables);
    const unit = organisationOn(on, statements).get(serviceId);
    const staff = unit && seesRows(caller, 'person', { service: serviceId, region: unit.region }) ? await staffOn(on, tables, [serviceId]) : undefined;
    const history = statements.flatMap((statement) => entryOf(statement, serviceId) ?? []);
    return {
      on,
      unit: unit ? listedUnit(unit, staff?.get(serviceId), statements) : null,
      succession: unit?.succession ?? null,
      history: history.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
    };
  },
});

/** What a statement says of the service, if it concerns it. */
function entryOf({ type, data }: Told, serviceId: string): Entry | undefined {
  const from = data.from ?? null;
  switch (type) {
    case 'ServiceUnitRegistered':
    case 'ServiceUnitChanged': {
      const what = type === 'ServiceUnitRegistered' ? 'registered' : 'changed';
      return data.serviceId === serviceId ? { from, what, name: data.name, others: [] } : undefined;
    }
    case 'ServiceUnitsMerged':
      if (data.serviceId === serviceId) return { from, what: 'merged', name: data.name, others: data.predecessors };
      return data.predecessors.includes(serviceId) ? { from, what: 'merged', name: null, others: [data.serviceId] } : undefined;
    case 'ServiceUnitSplit': {
      const parts = data.parts.map((part) => part.serviceId);
      if (data.serviceId === serviceId) return { from, what: 'split', name: null, others: parts };
      return parts.includes(serviceId) ? { from, what: 'split', name: null, others: [data.serviceId] } : undefined;
    }
  }
}
