import { z } from 'zod';
import { defineEvent } from '../definitions.js';
import { calendarDate, key } from '../primitives.js';
import { closeCalendarFeed, openCalendarFeed, qualifySupervisor, revokeCertificate } from './certification-commands.js';

export const certificateAwarded = defineEvent({
  service: 'training',
  type: 'CertificateAwarded',
  schemaVersion: 1,
  summary: 'A person has done what certification asks',
  schema: z.object({
    personId: key,
    programmeId: key,
    code: key.describe('What anyone can verify the certificate by'),
    curriculumVersion: z.int().min(1),
    moduleIds: z.array(key).max(40),
    supervisionSessions: z.int().min(0),
    awardedOn: calendarDate,
    validUntil: calendarDate,
  }),
});

export const certificateRevoked = defineEvent({
  service: 'training',
  type: 'CertificateRevoked',
  schemaVersion: 1,
  summary: 'A certificate does not hold any more',
  schema: revokeCertificate.schema.extend({ code: key }),
});

export const supervisorQualified = defineEvent({
  service: 'training',
  type: 'SupervisorQualified',
  schemaVersion: 1,
  summary: 'A certified person may supervise in a programme',
  schema: qualifySupervisor.schema,
});

export const calendarFeedOpened = defineEvent({
  service: 'training',
  type: 'CalendarFeedOpened',
  schemaVersion: 1,
  summary: 'A person\'s gatherings can be read under a secret address',
  schema: openCalendarFeed.schema,
});

export const calendarFeedClosed = defineEvent({
  service: 'training',
  type: 'CalendarFeedClosed',
  schemaVersion: 1,
  summary: 'The secret address of a person\'s gatherings is closed',
  schema: closeCalendarFeed.schema,
});
