import { matrixRow } from '@riggen/access';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type Caller, type CommandDefinition, commands, type Problem, problemOf, problemOfInput, queries, type QueryDefinition } from '@riggen/contracts';
import { ServiceClient } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import { byLink, Callers } from '../callers/callers.js';
import { requireCaller } from '../callers/me.controller.js';
import type { Request } from '../http.js';
import { SignInSurroundings } from '../sign-in/sign-in.controller.js';
import { ProblemException } from './problem.filter.js';
import { commandIdOf, correlationIdOf, freshnessOf, type HttpRequest, inputOf, languageOf } from './request-context.js';

/** The part of an HTTP response that the API sets. */
interface HttpResponse {
  status(code: number): unknown;
  setHeader(name: string, value: string): unknown;
}

/** The way in for commands and queries: each contract has its path, /api/SERVICE/NAME. */
@Controller('api')
export class ApiController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(SignInSurroundings) private readonly given: SignInSurroundings,
  ) {}

  /** Sends a command; 201 when something was recorded, 200 when it was so already. */
  @Post(':service/:name')
  @HttpCode(201)
  async command(
    @Param('service') service: string,
    @Param('name') name: string,
    @Body() command: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: HttpResponse,
  ) {
    const definition = commands.find((candidate) => candidate.service === service && candidate.name === name);
    const language = languageOf(request);
    const who = this.callerOf(definition, request);
    if (!definition) throw refused('not-found', request);
    const commandId = commandIdOf(request, who);
    if (!commandId) throw refused('missing-idempotency-key', request);
    if (command === undefined) throw refused('unsupported-content', request);
    const wrongInput = problemOfInput(definition.schema, command, language);
    if (wrongInput) throw new ProblemException(wrongInput);
    const seen = freshnessOf(request);
    const correlationId = isByLink(definition) ? randomUUID() : correlationIdOf(request);
    const reply = await this.services.command(definition, {
      ...{ commandId, correlationId, caller: this.callers.signed(who), language, command },
      ...(seen && { seen }),
    });
    if (reply.outcome === 'refused') throw new ProblemException(reply.problem);
    response.setHeader('x-correlation-id', correlationId);
    if (reply.outcome === 'unchanged') response.status(200);
    return reply;
  }

  /** Answers a query, at least as fresh as the header If-Fresh asks. */
  @Get(':service/:name')
  async query(
    @Param('service') service: string,
    @Param('name') name: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: HttpResponse,
  ) {
    const definition = queries.find((candidate) => candidate.service === service && candidate.name === name);
    const who = this.callerOf(definition, request);
    if (definition?.audience !== 'portal') throw refused('not-found', request);
    const fresh = freshnessOf(request);
    const correlationId = isByLink(definition) ? randomUUID() : correlationIdOf(request);
    const reply = await this.services.query(definition, {
      ...{ correlationId, caller: this.callers.signed(who), language: languageOf(request), input: inputOf(definition, request) },
      ...(fresh && { fresh }),
    });
    if (reply.outcome === 'refused') throw new ProblemException(reply.problem);
    response.setHeader('cache-control', 'no-store');
    response.setHeader('x-correlation-id', correlationId);
    return reply.output;
  }

  /** Who asks; who comes by a link is nobody, signed in or not. Throws the problem of those who must sign in. */
  private callerOf(asked: CommandDefinition | QueryDefinition | undefined, request: Request): Caller {
    return isByLink(asked) ? byLink : requireCaller(request, this.given.settings);
  }
}

/** What comes by a link belongs to nothing else that the same browser does. */
const isByLink = (asked: CommandDefinition | QueryDefinition | undefined): boolean => asked !== undefined && matrixRow(asked)?.link === true;

function refused(reason: string, request: HttpRequest): ProblemException {
  const problem: Problem = problemOf({ reason, params: {} }, languageOf(request), correlationIdOf(request));
  return new ProblemException(problem);
}
