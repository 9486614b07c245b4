import { getPublishedCoverage } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { pageFrom } from './page.query.js';

type Answer = z.infer<typeof getPublishedCoverage.output>;
type Cell = NonNullable<Answer['whole']>;

/** The newest publication. Its table holds nothing that is hidden. */
export const publishedCoverageQuery = querySlice({
  definition: getPublishedCoverage,
  projections: ['overview'],
  subject: async ({ region }) => ({ region }),
  answer: async ({ programmeId, region, ...page }, tables): Promise<Answer> => {
    const newest = '(select max(publication) from training.published_coverage)';
    const cells = `c.employed, c.trained, c.hidden from training.published_coverage c`;
    const parameters = [programmeId, region ?? null];
    const services = await pageFrom<Answer['items'][number]>(tables, page, {
      select: `select c.unit as "serviceId", u.name, c.region, ${cells} left join training.service_unit u on u."serviceId" = c.unit
        where c.publication = ${newest} and c.level = 'service' and c."programmeId" = $1 and ($2::text is null or c.region = $2)`,
      orderBy: 'region, name, "serviceId"',
      parameters,
    });
    const above: (Cell & { level: string; region: string; on: string })[] = await tables.query(
      `select c.level, c.region, c."on"::text, ${cells}
       where c.publication = ${newest} and c.level <> 'service' and c."programmeId" = $1 and ($2::text is null or c.region = $2) order by c.region`,
      parameters,
    );
    const figure = ({ employed, trained, hidden }: Cell): Cell => ({ employed, trained, hidden });
    const nation = above.find(({ level }) => level === 'nation');
    const regions = above.filter(({ level }) => level === 'region').map((row) => ({ region: row.region, ...figure(row) }));
    return { ...services, on: above[0]?.on ?? null, whole: nation ? figure(nation) : null, regions };
  },
});
