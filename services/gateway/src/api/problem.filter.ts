import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Problem, problemOf } from '@riggen/contracts';
import { isPassing } from '@riggen/projections';
import type { Logger } from 'pino';
import { correlationIdOf, type HttpRequest, languageOf } from './request-context.js';

/** A problem on its way to the caller. */
export class ProblemException extends Error {
  constructor(readonly problem: Problem) {
    super(problem.reason);
  }
}

interface HttpResponse {
  headersSent: boolean;
  status(code: number): HttpResponse;
  type(contentType: string): HttpResponse;
  setHeader(name: string, value: string): unknown;
  send(body: string): unknown;
}

/** Answers with a problem. */
export function sendProblem(response: HttpResponse, problem: Problem): void {
  if (problem.retryable) response.setHeader('retry-after', '1');
  if (problem.status === 401) response.setHeader('www-authenticate', 'Bearer');
  response.setHeader('cache-control', 'no-store');
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Answers every error as RFC 9457 problem details. An unexpected one is logged and never tells its text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const response = host.switchToHttp().getResponse<HttpResponse>();
    if (response.headersSent) return;
    const problem = error instanceof ProblemException ? error.problem : this.problemOfError(error, request);
    sendProblem(response, problem);
  }

  private problemOfError(error: unknown, request: HttpRequest): Problem {
    const correlationId = correlationIdOf(request);
    const reason = reasonOf(error);
    if (reason === 'internal') this.logger.error({ err: error, correlationId }, 'unexpected error');
    return problemOf({ reason, params: { service: 'gateway' } }, languageOf(request), correlationId);
  }
}

function reasonOf(error: unknown): string {
  const status = error instanceof HttpException ? error.getStatus() : (error as { status?: number }).status;
  if (status === 404) return 'not-found';
  if (status === 413) return 'too-large';
  if (isPassing(error)) return 'service-unavailable';
  return status && status >= 400 && status < 500 ? 'malformed-request' : 'internal';
}
