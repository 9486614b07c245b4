import { getSupervisionGroups } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { placeOf } from './sessions.query.js';

type Group = z.infer<typeof getSupervisionGroups.output>['items'][number];

/** The last number that a session can have. */
const lastNumber = 999;

/** The groups of the service `$1`, or `$2` of them, each with its last session. */
const groups = `
  with sessions as (select * from supervision.session where service = $1 and ($2::text is null or "group" = $2)),
    counts as (select "group", count(*)::int as sessions, max(number) as number from sessions group by 1),
    groups as (select distinct on ("group") s.*, c.sessions, c.number as "highestNumber" from sessions s join counts c using ("group")
      order by "group", "heldOn" desc, s.number desc, "sessionId")`;

export const groupsQuery = querySlice({
  definition: getSupervisionGroups,
  projections: ['sessions', 'copies'],
  subject: placeOf,
  answer: async ({ serviceId, groupId, page, size }, tables) => {
    const of = [serviceId, groupId ?? null];
    const items: Group[] = await tables.query(
      `${groups} select "group" as "groupId", "targetGroup", phase, sessions, "heldOn"::text as "lastHeldOn",
         least("highestNumber" + 1, ${lastNumber}) as "nextNumber", minutes, format,
         array(select one->>'personId' from jsonb_array_elements(attendance) one) as members
       from groups order by "heldOn" desc, "group" limit $3 offset $4`,
      [...of, size, (page - 1) * size],
    );
    const [counted]: { total: number }[] = await tables.query(`${groups} select count(*)::int as total from groups`, of);
    return { items, total: counted!.total, page, size };
  },
});
