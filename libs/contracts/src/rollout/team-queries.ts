import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { key, regionId } from '../primitives.js';
import { competenceArea, teamLevel } from './team-commands.js';

const unit = z.object({ id: z.string(), name: z.string() });

export const listTeams = defineQuery({
  service: 'rollout',
  name: 'teams',
  audience: 'portal',
  summary: 'The implementation teams by level and name, with the competence that a team lacks and whom of the level below nobody represents',
  input: z.object({ level: teamLevel.optional(), region: regionId.optional(), serviceId: key.optional(), ...paging }),
  output: pageOf(
    z.object({
      teamId: z.string(),
      name: z.string(),
      level: teamLevel,
      region: regionId.nullable(),
      services: z.array(unit).describe('The services that share the team, or who carries them on'),
      members: z.array(z.object({ personId: z.string(), competence: z.array(competenceArea), represents: z.array(z.string()) })),
      from: z.string(),
      version: z.int().describe('To be given as basedOn when the team is changed'),
      missingCompetence: z.array(competenceArea),
      unrepresented: z
        .array(unit)
        .describe('Regions that nobody represents in the national team, services in that of their region; services of a shared team'),
    }),
  ),
});
