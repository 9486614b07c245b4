import { changeTeam } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { namedUnits, subjectOfTeam } from '../team.lookups.js';
import { servicesOf, team, teamStream } from '../team.js';
import { changed, decideChangeTeam } from './change-team.js';

export const changeTeamSlice = commandSlice({
  definition: changeTeam,
  evolution: team,
  streamOf: teamStream,
  // Whoever changes the services of a team must have both those before and those after in their unit.
  subject: async ({ services = [] }, { lookups, state: { versions } }) => {
    const known = versions.at(-1);
    if (!known) return undefined;
    const place = known.place.level === 'service' ? { level: 'service' as const, services: [...new Set([...servicesOf(known), ...services])] } : known.place;
    return subjectOfTeam(lookups, { place });
  },
  context: async (command, { lookups, now, state }) => {
    const facts = changed(state, command);
    return { now, units: facts ? await namedUnits(lookups, facts) : new Map() };
  },
  decide: decideChangeTeam,
});
