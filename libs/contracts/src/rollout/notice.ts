import { z } from 'zod';
import { defineCommand, defineQuery } from '../definitions.js';
import { pageOf, paging } from '../paging.js';
import { calendarDate, instant, key } from '../primitives.js';

export const noticeKind = z.enum([
  'enrolled',
  'queued',
  'place-offered',
  'offer-expired',
  'enrolment-cancelled',
  'gathering-moved',
  'gathering-cancelled',
  'certificate-awarded',
]);

/** How a notice went: by mail, by SMS, or kept in the outbox of a system without a mail server. */
export const noticeChannel = z.enum(['email', 'sms', 'outbox']);

export const recordNoticeSent = defineCommand({
  service: 'rollout',
  name: 'record-notice-sent',
  summary: 'Record that a notice went to its receiver',
  schema: z.object({ noticeId: key, personId: key, kind: noticeKind, channel: noticeChannel }),
});

export const giveNoticeUp = defineCommand({
  service: 'rollout',
  name: 'give-notice-up',
  summary: 'Record that a notice cannot reach its receiver',
  schema: z.object({ noticeId: key, personId: key, kind: noticeKind, reason: z.enum(['no-address', 'refused', 'too-late']) }),
});

export const listOutbox = defineQuery({
  service: 'rollout',
  name: 'outbox',
  audience: 'portal',
  summary: 'The notices of the last time, the newest first, each with what became of it',
  input: z.object({ state: z.enum(['waiting', 'sent', 'given-up']).optional(), ...paging }),
  output: pageOf(
    z.object({
      noticeId: key,
      personId: key,
      kind: noticeKind,
      at: instant,
      state: z.enum(['waiting', 'sent', 'given-up']),
      channel: noticeChannel.optional(),
      reason: z.string().optional(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
});

/** What a notice is about beside its kind: no personal data. */
export const noticeFacts = z.object({
  gatheringId: key.optional(),
  dates: z.array(calendarDate).optional(),
  place: z.string().optional(),
  until: instant.optional(),
  reason: z.string().optional(),
  programmeId: key.optional(),
  validUntil: calendarDate.optional(),
});
