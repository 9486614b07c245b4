import { getPlan } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { forReader } from '../for-reader.js';
import { PlanRow } from '../plans.tables.js';

export const newestPlanQuery = querySlice({
  definition: getPlan,
  projections: ['plans'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ region }, tables, caller) => {
    const newest = await tables.findOne(PlanRow, { where: { region }, order: { version: 'DESC' } });
    return newest ? { plan: forReader(newest.plan, caller) } : {};
  },
});
