import { getTurnover } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { percentage } from '@riggen/statistics';
import { placeOfUnit } from '../organisation.projection.js';
import { staffOn } from '../staff-on.query.js';

/** Who was employed on both days, on the first only (left) and on the last only (joined); people, not positions. */
export const turnoverQuery = querySlice({
  definition: getTurnover,
  projections: ['organisation'],
  subject: ({ serviceId }, tables) => placeOfUnit(serviceId, tables),
  answer: async ({ serviceId, from, to, role }, tables) => {
    const employedOn = async (day: string) => {
      const staff = (await staffOn(day, tables, [serviceId])).get(serviceId)!;
      return new Set(staff.filter((position) => !role || position.role === role).map(({ personId }) => personId));
    };
    const [start, end] = [await employedOn(from), await employedOn(to)];
    const left = [...start].filter((person) => !end.has(person)).length;
    const joined = [...end].filter((person) => !start.has(person)).length;
    return { employedAtStart: start.size, employedAtEnd: end.size, left, joined, leftPercentage: percentage(left, start.size) };
  },
});
