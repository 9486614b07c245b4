import { dissolveTeam } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { subjectOfTeam } from '../team.lookups.js';
import { team, teamStream } from '../team.js';
import { decideDissolveTeam } from './dissolve-team.js';

export const dissolveTeamSlice = commandSlice({
  definition: dissolveTeam,
  evolution: team,
  streamOf: teamStream,
  subject: async (_, { lookups, state: { versions } }) => (versions.length ? subjectOfTeam(lookups, versions.at(-1)!) : undefined),
  context: async (_, { now }) => ({ now }),
  decide: decideDissolveTeam,
});
