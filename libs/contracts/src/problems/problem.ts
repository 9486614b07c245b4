import type { Refusal } from '@riggen/event-sourcing';
import { z } from 'zod';
import { en, no } from 'zod/locales';
import { problemTexts, type Language, type ProblemReason } from './texts.js';
import { inWords } from './words.js';

/** What is wrong, in words; `template` is the same with places for the `params` as {name}, for those who can call things better than by their keys. */
const told = {
  detail: z.string(),
  template: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
};

/** RFC 9457 problem details. `errors` points at the fields (RFC 6901 pointers); `retryable` says that later may go well. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  ...told,
  reason: z.string(),
  retryable: z.boolean().optional(),
  correlationId: z.string().optional(),
  /** Where to sign in, for whoever is not. */
  signIn: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), reason: z.string(), ...told })).optional(),
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

type Params = Record<string, string | number>;

/** The text of a reason in a language, with its params filled in. An unknown reason is a programming error and throws. */
export const problemText = (reason: string, params: Params, language: Language): string => tell(reason, params, language).detail;

/** The same with what it is made of: the text with its places open, and what goes into them. */
function tell(reason: string, params: Params, language: Language): Pick<Problem, 'detail' | 'template' | 'params'> {
  const texts: Partial<Record<Language, string>> | undefined = problemTexts[reason as ProblemReason];
  if (!texts) throw new Error(`No text for the reason ${reason}`);
  const filled: Params = {};
  const template = (texts[language] ?? texts.nb!).replace(/\{(\w+)(\|words)?\}/g, (_, name: string, words: string | undefined) => {
    const value = params[name] ?? '';
    filled[name] = words ? inWords(String(value), language) : value;
    return `{${name}}`;
  });
  const detail = template.replace(/\{(\w+)\}/g, (_, name: string) => String(filled[name]));
  return { detail, ...(Object.keys(filled).length && { template, params: filled }) };
}

/** A refusal as problem details in the reader's language. */
export function problemOf(refusal: Omit<Refusal, 'refused'>, language: Language, correlationId?: string): Problem {
  const status = statuses[refusal.reason as ProblemReason] ?? 422;
  const said = tell(refusal.reason, { ...refusal.params, ...(correlationId && { correlationId }) }, language);
  return {
    type: `urn:riggen:problem:${refusal.reason}`,
    title: titles[status]!,
    status,
    ...said,
    reason: refusal.reason,
    ...((refusal.retryable || status === 503) && { retryable: true }),
    ...(correlationId && { correlationId }),
    ...(refusal.field !== undefined && { errors: [{ pointer: pointer(refusal.field.split('.')), reason: refusal.reason, ...said }] }),
  };
}

/** Why input does not fit its schema, as problem details with a pointer to every field. */
export function problemOfInput(schema: z.ZodType, input: unknown, language: Language): Problem | undefined {
  const result = schema.safeParse(input, { error: (language === 'en' ? en : no)().localeError, reportInput: true });
  if (result.success) return undefined;
  const { issues } = result.error;
  const isMalformed = (path: PropertyKey[]) => issues.some((other) => other.code !== 'custom' && pointer(other.path) === pointer(path));
  const errors = issues.filter(({ code, path }) => code !== 'custom' || !isMalformed(path)).slice(0, mostErrors).map((issue) => {
    const { reason, params } = reasonOf(issue);
    return { pointer: pointer(issue.path), reason, ...tell(reason, params, language) };
  });
  const detail = errors.map((error) => `${error.pointer.slice(2) || 'body'}: ${error.detail}`).join(' ');
  return { ...problemOf({ reason: 'invalid-value', params: { detail } }, language), errors };
}

const mostErrors = 20;

/** What is empty, the reason that a schema names for its pattern or refinement, limits with their numbers, and else what zod says. */
function reasonOf(issue: z.core.$ZodIssue): { reason: string; params: Record<string, string | number> } {
  const given = shown(issue.input);
  const expected = issue.code === 'invalid_type' ? issue.expected : undefined;
  if (expected === 'int' || expected === 'number') return { reason: expected === 'int' && issue.input != null ? 'not-a-whole-number' : 'not-a-number', params: { given } };
  if (issue.input === '' || issue.input == null) return { reason: issue.code === 'invalid_value' ? 'nothing-chosen' : 'field-empty', params: {} };
  if (issue.code === 'invalid_value') return { reason: 'not-one-of', params: { given, options: issue.values.join(', ') } };
  if (issue.code === 'invalid_format' && issue.format === 'date') return { reason: 'not-a-date', params: { given } };
  const custom = issue.code === 'custom' ? (issue.params?.['reason'] as string | undefined) : undefined;
  if (custom ?? issue.message in problemTexts) return { reason: custom ?? issue.message, params: { given, words: wordsOf(issue) } };
  if (issue.code === 'too_small' && issue.origin === 'number') return { reason: 'too-small', params: { given, limit: Number(issue.minimum) } };
  if (issue.code === 'too_small' && issue.origin === 'array') return { reason: 'too-few', params: { limit: Number(issue.minimum) } };
  if (issue.code === 'too_big' && issue.origin === 'array') return { reason: 'too-many', params: { limit: Number(issue.maximum) } };
  if (issue.code === 'too_big' && issue.origin === 'string') return { reason: 'text-longer-than', params: { limit: Number(issue.maximum) } };
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
