import { giveRole, type Unit } from '@riggen/contracts';
import { commandSlice, type Lookups, organisationOf } from '@riggen/service';
import { placeOf, roleHolder, roleHolderStream } from '../role-holder.js';
import { decideGiveRole } from './give-role.js';

export const giveRoleSlice = commandSlice({
  definition: giveRole,
  evolution: roleHolder,
  streamOf: ({ personId }) => roleHolderStream(personId),
  subject: async ({ unit }, { lookups }) => {
    const organisation = await organisationOfUnit(unit, lookups);
    return 'service' in unit && !organisation ? undefined : { ...placeOf(unit), ...organisation };
  },
  context: async ({ unit }, { now, caller, lookups }) => ({ now, caller, organisation: await organisationOfUnit(unit, lookups) }),
  decide: decideGiveRole,
});

/** What is known of a unit's service, whatever region the unit says it is in. */
const organisationOfUnit = async (unit: Unit, lookups: Lookups) => ('service' in unit ? organisationOf(lookups, unit.service) : undefined);
