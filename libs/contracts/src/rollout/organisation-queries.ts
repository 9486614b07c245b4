import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { calendarDate, key, marking, regionId, shortText } from '../primitives.js';
import { serviceKind } from './commands.js';
import { positionRole } from './organisation-commands.js';

const wording = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
const place = z.object({ number: z.string(), name: z.string() });

/** How many people are employed on a day, by role. */
const staffCounts = z.object({ people: z.int(), byRole: z.record(positionRole, z.int()) });

const listedService = z.object({
  serviceId: z.string(),
  name: z.string(),
  kind: serviceKind,
  region: regionId,
  ownRegionalTasks: z.boolean().describe('The municipality does itself what the regions do elsewhere (Oslo)'),
  municipalities: z.array(place),
  districts: z.array(place),
  children: z.int().nullable().describe('0-17 years; null where a part is not known'),
  predecessors: z.array(z.string()),
  marking: marking.nullable(),
  staff: staffCounts.nullable().describe('Null for whoever may not see who works there'),
});

export const getOrganisation = defineQuery({
  service: 'rollout',
  name: 'organisation',
  audience: 'portal',
  summary: 'The services as they are on a day, by region and name, with who follows them up and, for whoever sees the people, how many are employed',
  input: z.object({
    on: calendarDate.optional().describe('The day; today when it is left out'),
    region: regionId.optional(),
    search: shortText.optional().describe('A part of the name of a service or municipality'),
    ...paging,
  }),
  output: pageOf(listedService).extend({
    on: z.string(),
    regions: z.array(z.object({ region: regionId, name: wording, services: z.int() })),
  }),
});

export const getServiceUnit = defineQuery({
  service: 'rollout',
  name: 'service-unit',
  audience: 'portal',
  summary: 'A service as it is on a day, who carries it on if it is no more, and all that is said of it over time',
  input: z.object({ serviceId: key, on: calendarDate.optional() }),
  output: z.object({
    on: z.string(),
    unit: listedService.nullable().describe('Null when there is no such service on the day, or not yet'),
    succession: z.object({ from: z.string(), successors: z.array(z.string()) }).nullable(),
    history: z.array(
      z.object({
        from: z.string().nullable().describe('Null: from the beginning'),
        what: z.enum(['registered', 'changed', 'merged', 'split']),
        name: z.string().nullable(),
        others: z.array(z.string()).describe('Who went into it, or who it was split into or from'),
      }),
    ),
  }),
});

/** A position where it is carried out on a day. `ownerServiceId` is the service that it was opened in: commands about it name that. */
const listedPosition = z.object({
  positionId: z.string(),
  ownerServiceId: z.string(),
  personId: z.string(),
  role: positionRole,
  from: z.string(),
  to: z.string().nullable(),
  percentage: z.int().nullable(),
});

export const getStaff = defineQuery({
  service: 'rollout',
  name: 'staff',
  audience: 'portal',
  summary: 'Who is employed in a service on a day, also in positions that were opened in services before it',
  input: z.object({ serviceId: key, on: calendarDate.optional(), ...paging }),
  output: pageOf(listedPosition).extend({ on: z.string() }),
});

export const getTurnover = defineQuery({
  service: 'rollout',
  name: 'turnover',
  audience: 'portal',
  summary: 'How many of those employed in a service on one day are gone on another, and how many have come',
  input: z.object({ serviceId: key, from: calendarDate, to: calendarDate, role: positionRole.optional() }),
  output: z.object({
    employedAtStart: z.int(),
    employedAtEnd: z.int(),
    left: z.int(),
    joined: z.int(),
    leftPercentage: z.number().nullable().describe('Those who left of those employed at the start, to one decimal'),
  }),
});
