import { z } from 'zod';
import { defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { calendarDate, key, regionId } from '../primitives.js';
import { staffRole, title } from './curriculum-commands.js';

const text = z.string();
const nullableText = z.string().nullable();

const certificateState = z.enum(['none', 'valid', 'expired', 'revoked']);
const certificate = z.object({ state: certificateState, code: nullableText, awardedOn: nullableText, validUntil: nullableText });

/** What a person has done of a programme: trained when every compulsory module is attended or made up. */
const programmeTraining = z.object({
  programmeId: text,
  curriculumVersion: z.int(),
  trained: z.boolean(),
  modules: z.array(
    z.object({
      moduleId: text,
      title,
      compulsory: z.boolean(),
      doneOn: nullableText,
      enrolledIn: nullableText.describe('A coming gathering that gives it, with a place, an offer or in line'),
    }),
  ),
  sessions: z.object({ attended: z.int(), needed: z.int() }).describe('Supervision sessions that count for the certificate'),
  certificate,
});

export const getMyTraining = defineQuery({
  service: 'training',
  name: 'my-training',
  audience: 'portal',
  summary: 'A person\'s own training: modules done and missing, coming gatherings, certificates, and the way so far',
  input: z.object({ personId: key }),
  output: z.object({
    serviceId: nullableText.describe('Where the person works, or last worked'),
    roles: z.array(staffRole),
    programmes: z.array(programmeTraining),
    coming: z.array(
      z.object({
        gatheringId: text,
        groupId: text,
        status: z.enum(['placed', 'offered', 'waiting']),
        until: nullableText,
        programmeId: nullableText,
        startsOn: text,
        endsOn: text,
      }),
    ),
    history: z.array(
      z.object({ on: text, what: z.enum(['trained', 'certified', 'revoked', 'supervisor', 'trainer']), programmeId: text }),
    ),
  }),
});

export const getStaffTraining = defineQuery({
  service: 'training',
  name: 'staff-training',
  audience: 'portal',
  summary: 'The people of a service against what a programme asks, with a proposal of the nearest gathering for what is missing',
  input: z.object({
    serviceId: key,
    programmeId: key,
    employedSince: calendarDate.optional().describe('Only those employed since this day'),
    missingOnly: z.enum(['true', 'false']).default('false'),
    ...paging,
  }),
  output: pageOf(
    z.object({
      personId: text,
      roles: z.array(staffRole),
      employedFrom: nullableText,
      trained: z.boolean(),
      missing: z.array(text),
      madeUp: z.array(text).describe('Modules that are done, with an absence made up by a recorded lecture'),
      enrolled: z.array(text).describe('Missing modules that a coming gathering will give'),
      proposals: z.array(z.object({ moduleId: text, gatheringId: text, startsOn: text, region: nullableText, free: z.int() })),
      certificate: certificateState,
    }),
  ),
});

export const getEmployed = defineQuery({
  service: 'training',
  name: 'employed',
  audience: 'portal',
  summary: 'Who is employed in a service on a day, the caseworkers of the pilot, who have no positions, always',
  input: z.object({ serviceId: key, on: calendarDate.optional(), ...paging }),
  output: pageOf(z.object({ personId: text })),
});

const covered = { employed: z.int(), trained: z.int() };

export const getCoverage = defineQuery({
  service: 'training',
  name: 'coverage',
  audience: 'portal',
  summary: 'How many of those employed in a region or a service on a day are trained in a programme, counted now, for whoever sees these people',
  input: z.object({ programmeId: key, on: calendarDate.optional(), region: regionId.optional(), serviceId: key.optional(), ...paging }),
  output: pageOf(z.object({ serviceId: text, name: nullableText, region: nullableText, ...covered })).extend({
    on: text,
    whole: z.object(covered),
    regions: z.array(z.object({ region: text, ...covered })),
  }),
});

const publishedCoverage = {
  employed: z.int().nullable().describe('Null where it is hidden'),
  trained: z.int().nullable().describe('Null where it is hidden'),
  hidden: z.enum(['few', 'protects']).nullable().describe('Why something is hidden: few people, or another figure could be worked out from it'),
};

export const getPublishedCoverage = defineQuery({
  service: 'training',
  name: 'published-coverage',
  audience: 'portal',
  summary: 'How many of those employed at the end of the last published month were trained in a programme, after disclosure control',
  input: z.object({ programmeId: key, region: regionId.optional(), ...paging }),
  output: pageOf(z.object({ serviceId: text, name: nullableText, region: text, ...publishedCoverage })).extend({
    on: nullableText.describe('The last day of the month; null before the first publication'),
    whole: z.object(publishedCoverage).nullable(),
    regions: z.array(z.object({ region: text, ...publishedCoverage })),
  }),
});

export const verifyCertificate = defineQuery({
  service: 'training',
  name: 'verify-certificate',
  audience: 'portal',
  summary: 'Whether a certificate holds, by the code that its holder shows; nothing about the person',
  input: z.object({ code: z.string().max(40) }),
  output: z.object({
    state: z.enum(['unknown', 'valid', 'expired', 'revoked']),
    programmeId: nullableText,
    programme: title.nullable(),
    awardedOn: nullableText,
    validUntil: nullableText,
  }),
});

export const getCertificateDocument = defineQuery({
  service: 'training',
  name: 'certificate-document',
  audience: 'portal',
  summary: 'A person\'s newest certificate in a programme as an accessible PDF in base64',
  input: z.object({ personId: key, programmeId: key, language: z.enum(['nb', 'nn', 'en']).default('nb') }),
  output: z.object({ fileName: nullableText, base64: nullableText.describe('Null when there is no certificate that holds') }),
});

/** Asked by the gateway for `/api/calendar/TOKEN.ics`. */
export const getCalendarFeed = defineQuery({
  service: 'training',
  name: 'calendar-feed',
  audience: 'study',
  summary: 'The gatherings of the person whose secret address it is, as iCalendar',
  input: z.object({ token: z.string().min(20).max(200) }),
  output: z.object({ calendar: nullableText.describe('Null when the address is not open') }),
});

/** `ready`: all is done that the certificate asks, and it is not awarded. `awarded`: it is held today. */
export const certificateStanding = z.enum(['ready', 'awarded', 'lacking']);

export const getCertificates = defineQuery({
  service: 'training',
  name: 'certificates',
  audience: 'portal',
  summary: 'The employed by how they stand to the certificate of a programme, with what each has done and lacks',
  input: z.object({ programmeId: key, region: regionId.optional(), standing: certificateStanding, ...paging }),
  output: pageOf(
    z.object({
      personId: text,
      serviceId: text,
      serviceName: nullableText,
      modules: z.object({ done: z.int(), needed: z.int() }),
      missing: z.array(text).describe('Modules that are not done'),
      sessions: z.object({ attended: z.int(), needed: z.int() }),
      certificate,
    }),
  ),
});
