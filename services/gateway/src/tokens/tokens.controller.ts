import { Body, Controller, Delete, Get, Header, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { type PageOf, paging, problemOf, problemOfInput } from '@riggen/contracts';
import { validate } from 'uuid';
import { z } from 'zod';
import { ProblemException } from '../api/problem.filter.js';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { requireCaller } from '../callers/me.controller.js';
import { isAdministrator, type WhoAsks } from '../callers/who-asks.js';
import type { Request } from '../http.js';
import { SignInSurroundings } from '../sign-in/sign-in.controller.js';
import { type ApiToken, ApiTokens, longestLifeInDays, newToken } from './api-tokens.js';

const day = 86_400_000;
const wantedPage = z.object(paging);

/** API tokens for machines: only an administrator of the whole nation makes, lists and revokes them, and only as a person. */
@Controller('api/tokens')
export class TokensController {
  constructor(
    @Inject(ApiTokens) private readonly tokens: ApiTokens,
    @Inject(SignInSurroundings) private readonly given: SignInSurroundings,
  ) {}

  /** Makes a token. It is told this once. */
  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  async make(@Body() body: unknown, @Req() request: Request): Promise<{ id: string; token: string }> {
    const { id } = this.requireAdministrator(request);
    const wrong = problemOfInput(newToken, body, languageOf(request));
    if (wrong) throw new ProblemException({ ...wrong, correlationId: correlationIdOf(request) });
    const wanted = newToken.parse(body);
    const lifeInDays = (Date.parse(wanted.expiresAt) - Date.now()) / day;
    if (lifeInDays <= 0 || lifeInDays > longestLifeInDays) throw refused('token-life', request, { days: longestLifeInDays });
    return this.tokens.make(wanted, id, request.session.person!.identities);
  }

  @Get()
  @Header('cache-control', 'no-store')
  list(@Query() query: unknown, @Req() request: Request): Promise<PageOf<ApiToken>> {
    this.requireAdministrator(request);
    const wrong = problemOfInput(wantedPage, query, languageOf(request));
    if (wrong) throw new ProblemException({ ...wrong, correlationId: correlationIdOf(request) });
    return this.tokens.list(wantedPage.parse(query));
  }

  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id') id: string, @Req() request: Request): Promise<void> {
    const { id: revokedBy } = this.requireAdministrator(request);
    if (!validate(id) || !(await this.tokens.revoke(id, revokedBy))) throw refused('not-found', request);
  }

  private requireAdministrator(request: Request): WhoAsks {
    const who = requireCaller(request, this.given.settings);
    if (who.kind !== 'person' || !isAdministrator(who)) throw refused('not-permitted', request);
    return who;
  }
}

const refused = (reason: string, request: Request, params: Record<string, number> = {}) =>
  new ProblemException(problemOf({ reason, params }, languageOf(request), correlationIdOf(request)));
