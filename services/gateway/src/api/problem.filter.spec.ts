import { describe, expect, it } from '@jest/globals';
import type { ArgumentsHost } from '@nestjs/common';
import { problemOf } from '@riggen/contracts';
import pino from 'pino';
import { ProblemException, ProblemFilter } from './problem.filter.js';

/** What a caller gets for an error. */
function answerTo(error: unknown) {
  const headers: Record<string, string> = {};
  const answer = { status: 0, contentType: '', headers, body: {} as Record<string, unknown> };
  const response = {
    headersSent: false,
    setHeader: (name: string, value: string) => void (headers[name] = value),
    status: (code: number) => ((answer.status = code), response),
    type: (contentType: string) => ((answer.contentType = contentType), response),
    send: (body: string) => void (answer.body = JSON.parse(body) as Record<string, unknown>),
  };
  const http = { getRequest: () => ({ headers: {} }), getResponse: () => response };
  new ProblemFilter(pino({ enabled: false })).catch(error, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return answer;
}

describe('the answer to an error', () => {
  it('says when to come back where the service is away or takes no more', () => {
    const problem = problemOf({ reason: 'service-unavailable', params: { service: 'training' } }, 'nb');
    expect(answerTo(new ProblemException(problem))).toMatchObject({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '1' },
      body: { reason: 'service-unavailable', retryable: true },
    });
  });

  it('does not ask to send again what is refused for good', () => {
    const answer = answerTo(new ProblemException(problemOf({ reason: 'not-found', params: {} }, 'nb')));
    expect(answer).toMatchObject({ status: 404, headers: {} });
    expect(answer.headers).toEqual({ 'cache-control': 'no-store' });
  });

  it('never tells the text of an unexpected error', () => {
    const answer = answerTo(new Error('password is hunter2'));
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });
});
