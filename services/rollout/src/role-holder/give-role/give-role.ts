import { levelsOf, mayGive } from '@riggen/access';
import { type Caller, type giveRole, type Organisation, roleGiven } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { mostHoldings, placeOf, type RoleHolder, type RoleHolderEvent } from '../role-holder.js';

export type GiveRole = z.infer<typeof giveRole.schema>;

/**
 * Gives a role once, in a unit of the level that the role belongs to, by somebody who gives it there. `organisation` is what is
 * known of the unit's service, where it names one: its region must be the one that the unit says.
 */
export function decideGiveRole(
  command: GiveRole,
  { holdings }: RoleHolder,
  { now, caller, organisation }: { now: string; caller: Caller; organisation: Organisation | undefined },
): Decision<RoleHolderEvent> {
  const { role, unit, holdingId, from, until } = command;
  if ('service' in unit && organisation?.region !== unit.region) return refuse('unknown-service-unit', 'unit.service', { id: unit.service });
  if (caller.kind === 'person' && caller.id === command.personId) return refuse('role-to-oneself', 'personId');
  if (!mayGive(caller, role, placeOf(unit))) return refuse('role-not-yours-to-give', 'role', { role });
  const known = holdings.get(holdingId);
  if (known) return alreadySo(holdingId, known.given, command);
  if (!levelsOf[role].includes(unit.level)) return refuse('role-not-of-level', 'unit', { role, levels: levelsOf[role].join(', ') });
  if (until !== undefined && until <= from) return refuse('ends-before-start', 'until', { startsOn: from, endsOn: until });
  if (holdings.size >= mostHoldings) return refuse('too-many-roles', 'personId', { most: mostHoldings });
  const { service, region } = placeOf(unit);
  return [roleGiven(command, { occurredAt: now, organisation: { ...(service && { service }), ...(region && { region }) } })];
}
