import { getEmployed } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import { pageFrom } from './page.query.js';
import { placeOfService } from './places.query.js';

export const employedQuery = querySlice({
  definition: getEmployed,
  projections: ['overview'],
  subject: ({ serviceId }, tables) => placeOfService(tables, serviceId),
  answer: ({ serviceId, on = calendarDateOf(new Date().toISOString()), ...page }, tables) =>
    pageFrom<{ personId: string }>(tables, page, {
      select: `select distinct "personId" from training."position"
        where service = $1 and ("from" is null or "from" <= $2) and ("to" is null or "to" >= $2)`,
      orderBy: '"personId"',
      parameters: [serviceId, on],
    }),
});
