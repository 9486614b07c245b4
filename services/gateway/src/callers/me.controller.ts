import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { type Me, problemOf } from '@riggen/contracts';
import { ProblemException } from '../api/problem.filter.js';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { mayDoNames } from './callers.js';
import type { Request } from '../http.js';
import { hasSessionCookie } from '../sign-in/sessions.js';
import { SignInSurroundings } from '../sign-in/sign-in.controller.js';
import { whoAsks, type WhoAsks } from './who-asks.js';

/** Tells whoever asks who they are and what they may do. */
@Controller('api/me')
export class MeController {
  constructor(@Inject(SignInSurroundings) private readonly given: SignInSurroundings) {}

  @Get()
  @Header('cache-control', 'no-store')
  me(@Req() request: Request): Me {
    const { kind, id, name, grants, demo } = requireCaller(request, this.given.settings);
    return { kind: kind === 'person' ? 'person' : 'program', id, grants, demo, may: mayDoNames({ kind, id, grants }), ...(name && { name }) };
  }
}

/** Who asks; throws the problem of those who are not signed in, or no longer. */
export function requireCaller(request: Request, settings: SignInSurroundings['settings']): WhoAsks {
  const who = whoAsks(request);
  if (who) return who;
  const reason = hasSessionCookie(request, settings) ? 'session-ended' : 'not-signed-in';
  throw new ProblemException({ ...problemOf({ reason, params: {} }, languageOf(request), correlationIdOf(request)), signIn: '/api/sign-in' });
}
