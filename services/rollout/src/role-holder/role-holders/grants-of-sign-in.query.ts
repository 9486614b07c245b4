import { getGrantsOfSignIn, type Grant } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { unitOf, unitColumns, type UnitColumns } from './unit-of.js';

/** For the gateway: whom an identity belongs to, and the roles that hold today in Norway. */
export const grantsOfSignInQuery = querySlice({
  definition: getGrantsOfSignIn,
  projections: ['role-holders'],
  subject: async () => ({}),
  answer: async ({ identities }, tables) => {
    const [linked]: { personId: string }[] = await tables.query(
      'select "personId" from rollout.sign_in where identity = any($1) order by array_position($1, identity) limit 1',
      [identities],
    );
    if (!linked) return { grants: [] };
    const holdings: (UnitColumns & Pick<Grant, 'role'>)[] = await tables.query(
      `select role, ${unitColumns} from rollout.role_holding
       where "personId" = $1 and (now() at time zone 'Europe/Oslo')::date >= "from"
         and ("until" is null or (now() at time zone 'Europe/Oslo')::date < "until")
       order by "from", "holdingId"`,
      [linked.personId],
    );
    return { personId: linked.personId, grants: holdings.map((row) => ({ role: row.role, unit: unitOf(row) })) };
  },
});
