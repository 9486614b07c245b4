import type { Subject } from '@riggen/access';
import type { Lookups } from '@riggen/service';
import { knownUnit } from '../service-unit/service-unit.lookups.js';
import { type NamedUnit, type NamedUnits, organisationOfTeam } from './refusals.js';
import { servicesOf, type TeamFacts } from './team.js';

/** What is known of the services that a team serves or whose members represent, the latter in a regional team. */
export async function namedUnits(lookups: Lookups, facts: Pick<TeamFacts, 'place'> & Partial<TeamFacts>): Promise<NamedUnits> {
  const represented = facts.place.level === 'region' ? (facts.members ?? []).flatMap(({ represents }) => represents) : [];
  const ids = [...new Set([...servicesOf(facts), ...represented])];
  return new Map(await Promise.all(ids.map(async (id) => [id, await namedUnit(lookups, id)] as const)));
}

async function namedUnit(lookups: Lookups, id: string): Promise<NamedUnit | undefined> {
  const unit = await knownUnit(lookups, id);
  return unit && { region: unit.facts.region, succession: unit.succession };
}

/** The place of a team: that of all its services together. Undefined when one of them is not known. */
export async function subjectOfTeam(lookups: Lookups, { place }: Pick<TeamFacts, 'place'>): Promise<Subject | undefined> {
  const units = await namedUnits(lookups, { place });
  const regions = new Set([...units.values()].map((unit) => unit?.region));
  if (regions.has(undefined)) return undefined;
  return regions.size > 1 ? {} : organisationOfTeam({ place }, units);
}
