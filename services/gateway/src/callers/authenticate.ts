import { problemOf } from '@riggen/contracts';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { sendProblem } from '../api/problem.filter.js';
import type { Middleware } from '../http.js';
import type { GatewaySettings } from '../settings.js';
import { endSession, personOf } from '../sign-in/sessions.js';
import type { Callers } from './callers.js';
import { rememberWhoAsks } from './who-asks.js';

/** Finds out who asks: by the API token, else by the session. A token that is not valid is refused and never falls back. */
export function authenticate(callers: Callers, settings: GatewaySettings): Middleware {
  return async (request, response, next) => {
    try {
      const { authorization } = request.headers;
      if (authorization !== undefined) {
        const program = await callers.ofToken(/^Bearer ([\w-]{20,200})$/i.exec(authorization)?.[1]);
        if (program) rememberWhoAsks(request, program);
        else return sendProblem(response, problemOf({ reason: 'token-not-valid', params: {} }, languageOf(request), correlationIdOf(request)));
      } else if (request.session?.person) {
        const person = personOf(request, settings);
        if (person) rememberWhoAsks(request, await callers.ofPerson(person));
        else await endSession(request);
      }
      next();
    } catch (error) {
      next(error);
    }
  };
}
