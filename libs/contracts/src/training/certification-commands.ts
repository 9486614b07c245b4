import { z } from 'zod';
import { defineCommand } from '../definitions.js';
import { key, shortText } from '../primitives.js';
import { earlier } from './trainer-commands.js';

const about = { personId: key, programmeId: key };

export const awardCertificate = defineCommand({
  service: 'training',
  name: 'award-certificate',
  summary: 'Award a certificate to a person who has done what the curriculum asks',
  schema: z.object(about),
});

export const revokeCertificate = defineCommand({
  service: 'training',
  name: 'revoke-certificate',
  summary: 'Revoke a certificate, with the reason',
  schema: z.object({ ...about, reason: shortText }),
});

export const qualifySupervisor = defineCommand({
  service: 'training',
  name: 'qualify-supervisor',
  summary: 'Let a certified person supervise in a programme',
  schema: z.object({ ...about, earlier }),
});

export const openCalendarFeed = defineCommand({
  service: 'training',
  name: 'open-calendar-feed',
  summary: 'Open a calendar feed of a person\'s gatherings under a secret address; an earlier address closes',
  schema: z.object({
    personId: key,
    tokenHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: 'not-a-token-hash' })
      .describe('SHA-256 in hex of a random token that the caller makes and keeps: the token is never stored'),
  }),
});

export const closeCalendarFeed = defineCommand({
  service: 'training',
  name: 'close-calendar-feed',
  summary: 'Close a person\'s calendar feed',
  schema: z.object({ personId: key }),
});
