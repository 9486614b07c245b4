import { type Organisation, regionId, type serviceUnitRegistered } from '@riggen/contracts';
import { calendarDateOf, refuse, type Refusal } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { servicesOf, type Team, type TeamFacts } from './team.js';

/** A service that a command names: the region that follows it up, and who carries it on if others do. */
export interface NamedUnit {
  region: z.infer<typeof serviceUnitRegistered.schema>['region'];
  succession: { from: string; successors: string[] } | undefined;
}

/** What is known of the services that a command names, by key. */
export type NamedUnits = ReadonlyMap<string, NamedUnit | undefined>;

/** Why services cannot share a team: one is not known, named twice, no more there, or of another region. */
export function refusedServices(services: string[], field: string, units: NamedUnits, now: string): Refusal | undefined {
  for (const [index, id] of services.entries()) {
    const unit = units.get(id);
    if (!unit) return refuse('unknown-service-unit', field, { id });
    if (services.indexOf(id) !== index) return refuse('repeated-entry', field, { id });
    const { region, succession } = unit;
    if (succession && succession.from <= calendarDateOf(now)) {
      return refuse('service-unit-succeeded', field, { id, from: succession.from, successors: succession.successors.join(', ') });
    }
    const team = units.get(services[0]!)!.region;
    if (region !== team) return refuse('team-across-regions', field, { id, region, team });
  }
  return undefined;
}

/** Why these cannot be the members of a team: one stands there twice, or represents what is not of the level below. */
export function refusedMembers(facts: TeamFacts, units: NamedUnits): Refusal | undefined {
  const { place, members } = facts;
  const isBelow = (id: string): boolean => {
    if (place.level === 'nation') return regionId.options.some((region) => region === id);
    return place.level === 'region' ? units.get(id)?.region === place.region : servicesOf(facts).includes(id);
  };
  for (const [index, { personId, represents }] of members.entries()) {
    if (members.findIndex((member) => member.personId === personId) !== index) return refuse('repeated-entry', 'members', { id: personId });
    const unit = represents.find((id) => !isBelow(id));
    if (unit !== undefined) return refuse('represents-another', 'members', { person: personId, unit });
  }
  return undefined;
}

/** Why nothing can happen to a team any more: it is not known, or dissolved. */
export function refusedTeam({ formed, dissolvedOn }: Team, teamId: string): Refusal | undefined {
  if (!formed) return refuse('unknown-team', 'teamId', { id: teamId });
  return dissolvedOn === undefined ? undefined : refuse('team-dissolved', 'teamId', { on: dissolvedOn });
}

/** The place that a team's events belong to: a single service, else a region, else the nation. */
export function organisationOfTeam({ place }: Pick<TeamFacts, 'place'>, units: NamedUnits): Organisation {
  if (place.level === 'nation') return {};
  if (place.level === 'region') return { region: place.region };
  const [first, ...others] = place.services;
  const { region } = units.get(first!)!;
  return others.length ? { region } : { service: first!, region };
}
