import { type formTeam, teamFormed } from '@riggen/contracts';
import { alreadySo, type Decision } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { type NamedUnits, organisationOfTeam, refusedMembers, refusedServices } from '../refusals.js';
import { servicesOf, type Team, type TeamEvent } from '../team.js';

export type FormTeam = z.infer<typeof formTeam.schema>;

/** Forms a team once. `units`: the services that the command names. */
export function decideFormTeam(command: FormTeam, { formed }: Team, { now, units }: { now: string; units: NamedUnits }): Decision<TeamEvent> {
  if (formed) return alreadySo(command.teamId, formed, command);
  const refused = refusedServices(servicesOf(command), 'place.services', units, now) ?? refusedMembers(command, units);
  return refused ?? [teamFormed(command, { occurredAt: now, organisation: organisationOfTeam(command, units) })];
}
