import type { Caller, Language } from '@riggen/contracts';
import { randomUUID } from 'node:crypto';
import { v5 as uuidv5, validate } from 'uuid';

/** The part of an HTTP request that the API reads. */
export interface HttpRequest {
  headers: Record<string, string | string[] | undefined>;
  query: Record<string, unknown>;
}

const namespace = '0f4e9c1e-5f0c-4b8e-9a68-6f1d5f1f6c11';

/** The reader's language: the first of nb, nn and en in Accept-Language; «no» is nb, and nb is the default. */
export function languageOf({ headers }: HttpRequest): Language {
  const wanted = String(headers['accept-language'] ?? '').toLowerCase().split(',');
  for (const tag of wanted.map((entry) => entry.trim().slice(0, 2))) {
    if (tag === 'nb' || tag === 'nn' || tag === 'en') return tag;
    if (tag === 'no') return 'nb';
  }
  return 'nb';
}

const longestKey = 200;

/**
 * The command id of a request: its Idempotency-Key, made a UUID where it is another text, for each caller another: what one program
 * calls "1" is not what the next does. Undefined without a usable key.
 */
export function commandIdOf({ headers }: HttpRequest, { kind, id }: Pick<Caller, 'kind' | 'id'>): string | undefined {
  const given = single(headers['idempotency-key']);
  if (!given || given.length > longestKey) return undefined;
  return validate(given) ? given : uuidv5(`${kind} ${id} ${given}`, namespace);
}

/** The position that an answer must include. */
export const freshnessOf = ({ headers }: HttpRequest): string | undefined => single(headers['if-fresh']);

/** The caller's correlation id where it is a UUID, else a new one. */
export function correlationIdOf({ headers }: HttpRequest): string {
  const given = single(headers['x-correlation-id']);
  return given && validate(given) ? given : randomUUID();
}

/** The queries by a secret, which comes in a header and nowhere else: addresses stand in the logs of whatever a request passes. */
export const secretHeaders: Readonly<Record<string, { field: string; header: string; about: string }>> = {
  'feedback/survey-by-link': { field: 'link', header: 'Survey-Link', about: 'The secret of a survey link' },
  'feedback/evaluation-by-code': { field: 'code', header: 'Evaluation-Code', about: 'The code of a gathering’s evaluation' },
};

/** The input of a query: its search, and the secret from its header where it has one. */
export function inputOf({ service, name }: { service: string; name: string }, { headers, query }: HttpRequest): Record<string, unknown> {
  const secret = secretHeaders[`${service}/${name}`];
  return secret ? { ...query, [secret.field]: single(headers[secret.header.toLowerCase()]) } : query;
}

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value) || undefined;
