import type { Refusal } from '@riggen/event-sourcing';
import { z } from 'zod';
import { en, no } from 'zod/locales';
import { problemTexts, type Language, type ProblemReason } from './texts.js';

/** RFC 9457 problem details. `errors` points at the fields (RFC 6901 pointers); `retryable` says that later may go well. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  reason: z.string(),
  retryable: z.boolean().optional(),
  correlationId: z.string().optional(),
  /** Where to sign in, for whoever is not. */
  signIn: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), reason: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof problem>;

/** What to look at again in what was not refused; `pointer` as in a problem. */
export const warning = z.object({ pointer: z.string(), reason: z.string(), detail: z.string() });
export type Warning = z.infer<typeof warning>;

/** A warning about the field at a path, in the reader's language. */
export const warningAt = (path: PropertyKey[], reason: string, params: Record<string, string>, language: Language): Warning => ({
  ...{ pointer: pointer(path), reason, detail: problemText(reason, params, language) },
});

const statuses: Partial<Record<ProblemReason, number>> = {
  'changed-meanwhile': 409,
  'changed-since': 409,
  'command-id-reused': 409,
  'known-with-other-content': 409,
  'too-many-conflicts': 409,
  'invalid-value': 400,
  'malformed-request': 400,
  'unsupported-content': 415,
  'missing-idempotency-key': 400,
  'not-found': 404,
  'not-permitted': 403,
  'role-not-yours-to-give': 403,
  'reading-not-logged': 503,
  'not-signed-in': 401,
  'too-large': 413,
  internal: 500,
  'session-ended': 401,
  'token-not-valid': 401,
  'cross-site-request': 403,
  'too-many-requests': 429,
  'not-yet-fresh': 503,
  'service-unavailable': 503,
};
const titles: Record<number, string> = {
  400: 'Invalid request',
  401: 'Not signed in',
  403: 'Not permitted',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported content',
  422: 'Refused',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Temporarily unavailable',
};

/** The text of a reason in a language, with its params filled in. An unknown reason is a programming error and throws. */
export function problemText(reason: string, params: Record<string, string | number>, language: Language): string {
  const texts: Partial<Record<Language, string>> | undefined = problemTexts[reason as ProblemReason];
  if (!texts) throw new Error(`No text for the reason ${reason}`);
  return (texts[language] ?? texts.nb!).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** A refusal as problem details in the reader's language. */
export function problemOf(refusal: Omit<Refusal, 'refused'>, language: Language, correlationId?: string): Problem {
  const status = statuses[refusal.reason as ProblemReason] ?? 422;
  const detail = problemText(refusal.reason, { ...refusal.params, ...(correlationId && { correlationId }) }, language);
  return {
    type: `urn:riggen:problem:${refusal.reason}`,
    title: titles[status]!,
    status,
    detail,
    reason: refusal.reason,
    ...((refusal.retryable || status === 503) && { retryable: true }),
    ...(correlationId && { correlationId }),
    ...(refusal.field !== undefined && { errors: [{ pointer: pointer(refusal.field.split('.')), reason: refusal.reason, detail }] }),
  };
}

/** Why input does not fit its schema, as problem details with a pointer to every field. */
export function problemOfInput(schema: z.ZodType, input: unknown, language: Language): Problem | undefined {
  const result = schema.safeParse(input, { error: (language === 'en' ? en : no)().localeError, reportInput: true });
  if (result.success) return undefined;
  const errors = result.error.issues.slice(0, mostErrors).map((issue) => {
    const { reason, params } = reasonOf(issue);
    return { pointer: pointer(issue.path), reason, detail: problemText(reason, params, language) };
  });
  const detail = errors.map((error) => `${error.pointer.slice(2) || 'body'}: ${error.detail}`).join(' ');
  return { ...problemOf({ reason: 'invalid-value', params: { detail } }, language), errors };
}

const mostErrors = 20;

/** The reason that a schema names for its pattern or refinement, limits with their numbers, and else what zod says. */
function reasonOf(issue: z.core.$ZodIssue): { reason: string; params: Record<string, string | number> } {
  const given = shown(issue.input);
  const custom = issue.code === 'custom' ? (issue.params?.['reason'] as string | undefined) : undefined;
  if (custom ?? issue.message in problemTexts) return { reason: custom ?? issue.message, params: { given, words: wordsOf(issue) } };
  if (issue.code === 'too_small' && issue.origin === 'number') return { reason: 'too-small', params: { given, limit: Number(issue.minimum) } };
  if (issue.code === 'too_small' && issue.origin === 'array') return { reason: 'too-few', params: { limit: Number(issue.minimum) } };
  if (issue.code === 'too_big' && issue.origin === 'number') return { reason: 'too-big', params: { given, limit: Number(issue.maximum) } };
  return { reason: 'invalid-value', params: { detail: issue.message } };
}

const wordsOf = (issue: z.core.$ZodIssue): string => shown(issue.code === 'custom' ? (issue.params?.['words'] ?? '') : '');

/** A value as a reader is shown it: short, on one line, without what a terminal would obey. */
export function shown(value: unknown): string {
  const whole = typeof value === 'object' && value !== null ? (Array.isArray(value) ? '[…]' : '{…}') : String(value);
  const text = whole.slice(0, 200).replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
  return whole.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const pointer = (path: PropertyKey[]): string =>
  `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
