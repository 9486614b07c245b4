import { getCoverage } from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { pageFrom } from './page.query.js';
import { placeOfService } from './places.query.js';
import { trainedOn } from './trained.query.js';

type Coverage = z.infer<typeof getCoverage.output>;

/** A person counts once in each service, once in each region, and once in the whole. */
const counts = `count(distinct "personId")::int as employed, count(distinct "personId") filter (where "everywhere")::int as trained`;

export const coverageQuery = querySlice({
  definition: getCoverage,
  projections: ['overview'],
  subject: async ({ region, serviceId }, tables) => (serviceId ? placeOfService(tables, serviceId) : { region }),
  answer: async ({ programmeId, region, serviceId, on: day, ...page }, tables): Promise<Coverage> => {
    const on = day ?? calendarDateOf(new Date().toISOString());
    const parameters = [programmeId, on, region ?? null, serviceId ?? null];
    const inScope = 'from trained t where ($3::text is null or t.region = $3) and ($4::text is null or t.service = $4)';
    const grouped = (by: string) =>
      `select ${by}, ${counts} from (select t.*, bool_and(t.trained) over (partition by t."personId", ${by}) as "everywhere" ${inScope}) p group by ${by}`;
    const services = await pageFrom<Coverage['items'][number]>(tables, page, {
      with: trainedOn,
      select: `select s.service as "serviceId", u.name, s.region, s.employed, s.trained
        from (${grouped('service, region')}) s left join training.service_unit u on u."serviceId" = s.service`,
      orderBy: 'region, name, "serviceId"',
      parameters,
    });
    const regions: Coverage['regions'] = await tables.query(
      `with ${trainedOn} select * from (${grouped('region')}) r where region is not null order by region`,
      parameters,
    );
    const [whole]: Coverage['whole'][] = await tables.query(
      `with ${trainedOn} select ${counts} from (select t.*, bool_and(t.trained) over (partition by t."personId") as "everywhere" ${inScope}) p`,
      parameters,
    );
    return { ...services, on, whole: whole!, regions };
  },
});
