import { formTeam } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { namedUnits, subjectOfTeam } from '../team.lookups.js';
import { team, teamStream } from '../team.js';
import { decideFormTeam } from './form-team.js';

export const formTeamSlice = commandSlice({
  definition: formTeam,
  evolution: team,
  streamOf: teamStream,
  subject: async (command, { lookups, state }) => subjectOfTeam(lookups, state.versions.at(-1) ?? command),
  context: async (command, { lookups, now }) => ({ now, units: await namedUnits(lookups, command) }),
  decide: decideFormTeam,
});
