import { listPlanVersions } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { forReader } from '../for-reader.js';
import { PlanRow } from '../plans.tables.js';

export const planVersionsQuery = querySlice({
  definition: listPlanVersions,
  projections: ['plans'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ region, page, size }, tables, caller) => {
    const [rows, total] = await tables.findAndCount(PlanRow, { where: { region }, order: { version: 'DESC' }, skip: (page - 1) * size, take: size });
    const items = rows.map(({ plan }) => {
      const { version, proposedAt, placements, comparison } = forReader(plan, caller);
      const placed = placements.filter(({ season }) => season !== undefined).length;
      return { version, proposedAt, placed, unplaced: placements.length - placed, comparison };
    });
    return { items, total, page, size };
  },
});
