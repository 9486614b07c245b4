import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { findPersonalData, type PersonalData } from './personal-data.js';

const without = (kinds: PersonalData[]) => (text: string, context: z.RefinementCtx) => {
  for (const { kind, words } of findPersonalData(text).filter((found) => kinds.includes(found.kind))) {
    context.addIssue({ code: 'custom', params: { reason: `contains-${kind}`, words }, input: text });
  }
};

// The patterns and limits name, as their error, the reason that people are told: see problems/texts.ts.

/** A random or administrative key, at most 64 characters. Never a name or a number of a person. */
export const key = z
  .string()
  .max(64, { error: 'not-a-key', abort: true })
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:/#+-]*$/u, { error: 'not-a-key', abort: true })
  .superRefine(without(['identity-number'])) // a random key of eight digits can look like a phone number
  .describe('Key: letters, digits and . _ : / # + -');

/**
 * A short text that people read. Refused when it holds what cannot be seen or stored (control characters, halves of
 * characters), a national identity number, a phone number or an e-mail address.
 */
export const shortText = z
  .string()
  .max(200, { error: 'text-too-long', abort: true })
  .trim()
  .regex(/[\p{L}\p{N}]/u, { error: 'text-without-letters', abort: true })
  .regex(/^[^\p{Cc}\p{Cs}\p{Bidi_Control}]*$/u, { error: 'text-with-control-characters', abort: true })
  .superRefine(without(['identity-number', 'phone-number', 'email-address']));

/** The schemas of free texts: such texts are searched for what is likely the name of a person, which gives a warning. */
export const freeTexts = z.registry<{ isFree: true }>();
freeTexts.add(shortText, { isFree: true });

/** The name of a person of the staff. Only in fields of events that are marked as personal. */
export const personName = z
  .string()
  .trim()
  .regex(/^(?=.*\p{L})[\p{L}\p{M}' ’.-]{1,100}$/u, { error: 'not-a-name' });

/** A work e-mail address, in lower case. Only in fields of events that are marked as personal. */
export const workEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'not-an-email-address', abort: true })
  .regex(/^[^\s@<>"(),:;]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u, { error: 'not-an-email-address' });

/** A phone number, brought to the form +4722222222. Only in fields of events that are marked as personal. */
export const phoneNumber = z
  .string()
  .max(40, { error: 'not-a-phone-number', abort: true })
  .overwrite((text) => parsePhoneNumberFromString(text, 'NO')?.number ?? text)
  .refine((text) => parsePhoneNumberFromString(text, 'NO')?.isValid() === true, { error: 'not-a-phone-number' });

/** A word of a list that grows with practice (a theme, a chapter of the handbook): lower-case letters, digits, underscore. */
export const keyword = z.string().regex(/^[a-z0-9_]{1,64}$/, { error: 'not-a-keyword' });

/** The first day that anything in Riggen can have happened on: a typing error in the year shows. */
export const firstDay = '1990-01-01';

/** A calendar date in Europe/Oslo. */
export const calendarDate = z.iso.date().refine((date) => date >= firstDay, { error: 'date-before-first' });

/** A point in time with its offset from UTC. */
export const instant = z.iso.datetime({ offset: true }).refine((time) => time >= firstDay, { error: 'date-before-first' });

/** A calendar month in Europe/Oslo, YYYY-MM. */
export const calendarMonth = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'not-a-month', abort: true })
  .refine((month) => month >= firstDay.slice(0, 7), { error: 'date-before-first' });

export const regionId = z.enum(['nord', 'midt', 'vest', 'sor', 'ost']);
export const targetGroup = z.enum(['child_4_12', 'aftercare']);
/** The phase of a study that a person, a gathering or a group belongs to. */
export const studyPhase = z.int().min(1).max(9);
export const attendanceStatus = z.enum(['attended', 'partial', 'absent']);
export const meetingFormat = z.enum(['physical', 'digital']);

/** Where an event's data come from when they are not real: shown on every page, chart and export. */
export const marking = z.enum(['reconstructed', 'synthetic']);
export type Marking = z.infer<typeof marking>;
