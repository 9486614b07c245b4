import type { getEvaluationByCode, getSurveyByLink } from '@riggen/contracts';
import type { z } from 'zod';
import { answerOf } from '../api/fetch-json.js';
import { i18n } from '../language/i18n.js';

/** What an address leads to: a survey by its link, or the evaluation of a gathering by its code. */
export type Invitation = { kind: 'survey'; secret: string } | { kind: 'evaluation'; secret: string };

const kinds = { u: 'survey', s: 'evaluation' } as const;

/** Reads an address's fragment, which no browser sends to a server: `#u.SECRET` or `#s.CODE`. */
export function invitationIn(fragment: string): Invitation | undefined {
  const [, kind, secret] = /^#?([us])\.([\w-]{22,128})$/.exec(fragment) ?? [];
  return kind && secret ? { kind: kinds[kind as keyof typeof kinds], secret } : undefined;
}

/** The address of a gathering's evaluation. */
export const evaluationAddress = (code: string): string => `${window.location.origin}/svar#s.${code}`;

// What comes by a link is nobody's: neither the session nor what else this browser has done goes with it.
const nobody = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

const ask = async <Answer>(path: string, secret: Record<string, string>, signal: AbortSignal): Promise<Answer> =>
  answerOf<Answer>(await fetch(path, { ...nobody, signal, headers: { accept: 'application/json', 'accept-language': i18n.language, ...secret } }));

export const surveyBy = (link: string, signal: AbortSignal) =>
  ask<z.infer<typeof getSurveyByLink.output>>('/api/feedback/survey-by-link', { 'survey-link': link }, signal);

export const gatheringBy = (code: string, signal: AbortSignal) =>
  ask<z.infer<typeof getEvaluationByCode.output>>('/api/feedback/evaluation-by-code', { 'evaluation-code': code }, signal);

/** Sends what was answered; the same id again has no second effect. Throws what the server says is wrong. */
export async function sendAnswers({ kind, secret }: Invitation, id: string, answers: object): Promise<void> {
  const [name, body] =
    kind === 'survey' ? ['answer-by-link', { link: secret, responseId: id, answers }] : ['evaluate-by-code', { code: secret, scores: answers }];
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'accept-language': i18n.language, 'idempotency-key': id };
  await answerOf(await fetch(`/api/feedback/${name}`, { ...nobody, method: 'POST', headers, body: JSON.stringify(body) }));
}
