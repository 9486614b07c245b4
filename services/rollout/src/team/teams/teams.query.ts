import { competenceArea, listTeams, teamLevel } from '@riggen/contracts';
import { allRegions } from '@riggen/reference';
import { querySlice } from '@riggen/service';
import type { z } from 'zod';
import { organisationOn, type UnitOn } from '../../service-unit/organisation-on.js';
import { placeOfUnit, statementsIn } from '../../service-unit/organisation.projection.js';
import { today } from '../../service-unit/staff-on.query.js';
import { TeamRow } from '../team.tables.js';

type Listed = z.infer<typeof listTeams.output>['items'][number];
type Unit = Listed['unrepresented'][number];

/** The teams that there are, with what they lack today. */
export const teamsQuery = querySlice({
  definition: listTeams,
  projections: ['teams', 'organisation'],
  subject: async ({ region, serviceId }, tables) => (serviceId === undefined ? { region } : placeOfUnit(serviceId, tables)),
  answer: async ({ level, region, serviceId, page, size }, tables) => {
    // Some hundreds of teams at most: a service has one, and shares it or not.
    const rows = await tables.findBy(TeamRow, { ...(level && { level }), ...(region && { region }) });
    const units = organisationOn(today(), await statementsIn(tables));
    const teams = [...new Map(rows.map((row) => [row.teamId, row])).values()].map((row) => listed(row, units));
    const wanted = teams.filter(({ services }) => serviceId === undefined || services.some(({ id }) => id === serviceId));
    const order = (team: Listed) => teamLevel.options.indexOf(team.level);
    wanted.sort((a, b) => order(a) - order(b) || a.name.localeCompare(b.name, 'nb') || a.teamId.localeCompare(b.teamId));
    return { items: wanted.slice((page - 1) * size, page * size), total: wanted.length, page, size };
  },
});

function listed({ teamId, name, level, region, members, from, version, ...row }: TeamRow, units: ReadonlyMap<string, UnitOn>): Listed {
  const unitOf = (id: string): Unit => ({ id, name: units.get(id)?.name ?? id });
  const services = carriersOf(row.services, units).map(unitOf);
  const represented = new Set(carriersOf(members.flatMap(({ represents }) => represents), units));
  const able = new Set(members.flatMap(({ competence }) => competence));
  return {
    ...{ teamId, name, level, region, services, members, from, version },
    missingCompetence: competenceArea.options.filter((area) => !able.has(area)),
    unrepresented: below({ level, region, services }, units).filter(({ id }) => !represented.has(id)),
  };
}

/** The units of the level below, each of which somebody in the team should represent. */
function below({ level, region, services }: Pick<Listed, 'level' | 'region' | 'services'>, units: ReadonlyMap<string, UnitOn>): Unit[] {
  switch (level) {
    case 'nation':
      return allRegions.map(({ id, name }) => ({ id, name: name.nb }));
    case 'region':
      return [...units.values()].filter((unit) => unit.region === region && !unit.succession).map(({ serviceId, name }) => ({ id: serviceId, name }));
    case 'service':
      return services.length > 1 ? services : [];
  }
}

/** Who has what these services had: themselves, or who carries them on. */
function carriersOf(ids: readonly string[], units: ReadonlyMap<string, UnitOn>): string[] {
  const carriers = new Set<string>();
  const passed = new Set<string>();
  const follow = (id: string): void => {
    if (passed.has(id)) return;
    passed.add(id);
    const succession = units.get(id)?.succession;
    if (succession) succession.successors.forEach(follow);
    else carriers.add(id);
  };
  ids.forEach(follow);
  return [...carriers];
}
