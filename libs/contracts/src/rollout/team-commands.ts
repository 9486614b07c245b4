import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { calendarDate, key, regionId, shortText } from '../primitives.js';

export const teamLevel = z.enum(['nation', 'region', 'service']);

/** What the members of an implementation team must be able to, together. */
export const competenceArea = z.enum(['child_welfare', 'teaching', 'family_work', 'supervision', 'implementation']);

const members = z
  .array(
    z.object({
      personId: key,
      competence: z.array(competenceArea).max(competenceArea.options.length),
      represents: z
        .array(key)
        .max(100)
        .describe('Whom the member represents: regions in the national team, services in a regional team or in one that services share'),
    }),
  )
  .max(100);

const services = z.array(key).min(1).max(50);

/** The nation, a region, or the services that share a team. */
export const teamPlace = z.discriminatedUnion('level', [
  z.object({ level: z.literal('nation') }),
  z.object({ level: z.literal('region'), region: regionId }),
  z.object({ level: z.literal('service'), services }),
]);

const teamFacts = { teamId: key, name: shortText, place: teamPlace, members };

export const formTeam = defineCommand({
  service: 'rollout',
  name: 'form-team',
  summary: 'Form an implementation team of the nation, of a region, or of one or more services',
  schema: z.object({ ...teamFacts, from: calendarDate.describe('The first day of the team') }),
});

export const changeTeam = defineCommand({
  service: 'rollout',
  name: 'change-team',
  summary: 'Change name, services or members of an implementation team: what is left out stays',
  schema: z.object({
    teamId: key,
    name: shortText.optional(),
    services: services.optional().describe('The services that share the team'),
    members: members.optional(),
    basedOn: z.int().min(1).describe('The version of the team that was seen'),
  }),
});

export const dissolveTeam = defineCommand({
  service: 'rollout',
  name: 'dissolve-team',
  summary: 'Dissolve an implementation team',
  schema: z.object({ teamId: key, on: calendarDate.describe('The first day without the team') }),
});
