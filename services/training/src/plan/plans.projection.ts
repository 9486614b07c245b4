import { planProposed } from '@riggen/contracts';
import { type Projection, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { PlanRow } from './plans.tables.js';

/** The versions of the regions' plans. */
export const plans: Projection = {
  name: 'plans',
  version: 1,
  entities: [PlanRow],
  events: [planProposed.type],
  apply: async (events, rows) => {
    const proposed = events.map(({ data, recordedAt }) => {
      const plan = data as DataOf<typeof planProposed>;
      return { region: plan.region, version: plan.version, service: null, plan: { ...plan, proposedAt: recordedAt } };
    });
    await upsert(rows, PlanRow, ['region', 'version'], proposed);
  },
};
