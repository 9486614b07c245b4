import { listRoleHolders, type Role } from '@riggen/contracts';
import { lookupsIn, organisationOf, querySlice } from '@riggen/service';
import { unitColumns, type UnitColumns, unitOf } from './unit-of.js';

interface HolderRow extends UnitColumns {
  personId: string;
  holdingId: string;
  role: Role;
  from: string;
  until: string | null;
  givenBy: string;
  givenAt: Date;
}

/** Who holds a role in a region, a service or everywhere: as far as the caller may see. */
export const roleHoldersQuery = querySlice({
  definition: listRoleHolders,
  projections: ['role-holders', 'copies'],
  subject: async ({ region, serviceId }, tables) => (serviceId ? organisationOf(lookupsIn(tables), serviceId) : { region }),
  answer: async ({ region, serviceId, page, size }, tables) => {
    const wanted = `from rollout.role_holding where ($1::text is null or region = $1) and ($2::text is null or service = $2)
      and ("until" is null or "until" > (now() at time zone 'Europe/Oslo')::date)`;
    const values = [region ?? null, serviceId ?? null];
    const [{ total }]: [{ total: number }] = await tables.query(`select count(*)::int as total ${wanted}`, values);
    const rows: HolderRow[] = await tables.query(
      `select "personId", "holdingId", role, ${unitColumns}, "from"::text, "until"::text, "givenBy", "givenAt" ${wanted}
       order by role, region, service, "personId", "holdingId" limit $3 offset $4`,
      [...values, size, (page - 1) * size],
    );
    const items = rows.map(({ personId, holdingId, role, from, until, givenBy, givenAt, ...unit }) => ({
      ...{ personId, holdingId, role, unit: unitOf(unit), from, givenBy, givenAt: givenAt.toISOString() },
      ...(until && { until }),
    }));
    return { items, total, page, size };
  },
});
