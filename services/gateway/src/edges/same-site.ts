import { problemOf } from '@riggen/contracts';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { sendProblem } from '../api/problem.filter.js';
import type { Middleware } from '../http.js';
import type { GatewaySettings } from '../settings.js';
import { hasSessionCookie } from '../sign-in/sessions.js';

/**
 * Stops requests that another site makes a browser send with our cookie (CSRF). Browsers say where a request comes from
 * (Sec-Fetch-Site, Origin) and no page can change that; one that says nothing is refused. Beside it stand the cookie's
 * SameSite, and that commands are JSON with an Idempotency-Key, which another site cannot send unasked. A token is no cookie.
 */
export function sameSiteOnly(settings: GatewaySettings): Middleware {
  return (request, response, next) => {
    const { authorization, origin, host } = request.headers;
    if (/^(GET|HEAD|OPTIONS)$/.test(request.method) || authorization || !hasSessionCookie(request, settings)) return next();
    const site = request.headers['sec-fetch-site'];
    const isOurs = site === undefined ? originIsOurs(origin, host, settings) : site === 'same-origin';
    if (isOurs) return next();
    sendProblem(response, problemOf({ reason: 'cross-site-request', params: {} }, languageOf(request), correlationIdOf(request)));
  };
}

function originIsOurs(origin: string | undefined, host: string | undefined, { publicUrl }: GatewaySettings): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  return origin === publicUrl.origin || new URL(origin).host === host;
}
