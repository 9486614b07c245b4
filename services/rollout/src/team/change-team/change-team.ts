import { type changeTeam, teamChanged } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { type NamedUnits, organisationOfTeam, refusedMembers, refusedServices, refusedTeam } from '../refusals.js';
import { differences, type Team, type TeamEvent, type TeamFacts } from '../team.js';

export type ChangeTeam = z.infer<typeof changeTeam.schema>;

/** What a team becomes by a change; undefined for one that is not known. */
export function changed({ versions }: Team, { name, services, members }: Omit<ChangeTeam, 'teamId' | 'basedOn'>): TeamFacts | undefined {
  const known = versions.at(-1);
  return known && {
    name: name ?? known.name,
    place: services && known.place.level === 'service' ? { level: 'service', services } : known.place,
    members: members ?? known.members,
  };
}

/** Changes a team on the version that was seen; whoever saw an older one is told what is new. `units`: the services named. */
export function decideChangeTeam(command: ChangeTeam, state: Team, { now, units }: { now: string; units: NamedUnits }): Decision<TeamEvent> {
  const { teamId, services, basedOn } = command;
  const refused = refusedTeam(state, teamId);
  if (refused) return refused;
  const known = state.versions.at(-1)!;
  const facts = changed(state, command)!;
  if (services && known.place.level !== 'service') return refuse('team-without-services', 'services');
  const wrong = refusedServices(services ?? [], 'services', units, now) ?? refusedMembers(facts, units);
  if (wrong) return wrong;
  if (isDeepStrictEqual(facts, known)) return [];
  if (basedOn !== state.versions.length) {
    return refuse('changed-meanwhile', 'basedOn', { what: known.name, change: differences(state.versions[basedOn - 1], known) });
  }
  const organisation = services ? organisationOfTeam(facts, units) : state.organisation;
  return [teamChanged({ teamId, ...facts }, { occurredAt: now, organisation })];
}
