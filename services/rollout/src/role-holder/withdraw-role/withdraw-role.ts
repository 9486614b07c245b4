import { mayGive } from '@riggen/access';
import { type Caller, roleWithdrawn, type withdrawRole } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { placeOf, type RoleHolder, type RoleHolderEvent } from '../role-holder.js';

export type WithdrawRole = z.infer<typeof withdrawRole.schema>;

/** Withdraws a role from a day on, by somebody who may give it there. What has ended by then is so already. */
export function decideWithdrawRole(
  command: WithdrawRole,
  { holdings }: RoleHolder,
  { now, caller }: { now: string; caller: Caller },
): Decision<RoleHolderEvent> {
  const { holdingId, from } = command;
  const known = holdings.get(holdingId);
  if (!known) return refuse('unknown-role-holding', 'holdingId', { id: holdingId });
  const { role, unit } = known.given;
  const { service, region } = placeOf(unit);
  if (!mayGive(caller, role, placeOf(unit))) return refuse('role-not-yours-to-give', 'holdingId', { role });
  if (known.until !== undefined && known.until <= from) return [];
  return [roleWithdrawn(command, { occurredAt: now, organisation: { ...(service && { service }), ...(region && { region }) } })];
}
