import { getStaff, type positionRole } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { placeOfUnit } from '../organisation.projection.js';
import { staffOn, today } from '../staff-on.query.js';

/** Who is employed in a service on a day. */
export const staffQuery = querySlice({
  definition: getStaff,
  projections: ['organisation'],
  subject: ({ serviceId }, tables) => placeOfUnit(serviceId, tables),
  answer: async ({ serviceId, on = today(), page, size }, tables) => {
    const staff = (await staffOn(on, tables, [serviceId])).get(serviceId)!;
    const items = staff.slice((page - 1) * size, page * size).map(({ positionId, ownerServiceId, personId, role, from, to, percentage }) => ({
      ...{ positionId, ownerServiceId, personId, from, to, percentage },
      role: role as z.infer<typeof positionRole>,
    }));
    return { on, items, total: staff.length, page, size };
  },
});
