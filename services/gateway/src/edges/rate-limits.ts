import { matrix } from '@riggen/access';
import { problemOf, type ServiceName } from '@riggen/contracts';
import { createHmac } from 'node:crypto';
import type pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { correlationIdOf, languageOf } from '../api/request-context.js';
import { sendProblem } from '../api/problem.filter.js';
import { whoAsks } from '../callers/who-asks.js';
import type { Middleware, Request } from '../http.js';
import { derivedKey, type GatewaySettings } from '../settings.js';

/**
 * How much one caller may ask a minute: whoever is signed in by person or token, others by address. Signing in is counted
 * apart, and so is what comes by a link, which belongs to nobody. Counts are in PostgreSQL, so that replicas share them; while it does not answer, each replica counts for itself.
 */
export function rateLimits(pool: pg.Pool, { limits, secret }: GatewaySettings): Middleware {
  const limiter = (name: keyof typeof limits) =>
    new RateLimiterPostgres({
      storeClient: pool,
      schemaName: 'gateway',
      tableName: 'request_counts',
      tableCreated: true,
      keyPrefix: name,
      points: limits[name],
      duration: 60,
      // Whoever is far over costs the database nothing more.
      inMemoryBlockOnConsumed: limits[name] + 1,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: limits[name], duration: 60 }),
    });
  const [signIn, link, anonymous, caller] = [limiter('signIn'), limiter('link'), limiter('anonymous'), limiter('caller')];
  const key = derivedKey(secret, 'addresses');
  const addressOf = (request: Request) => createHmac('sha256', key).update(request.ip ?? '').digest('base64url');

  return async (request, response, next) => {
    const asker = whoAsks(request);
    const [counted, by] = isSigningIn(request.originalUrl)
      ? [signIn, addressOf(request)]
      : isByLink(request.originalUrl)
        ? [link, addressOf(request)]
        : asker
          ? [caller, `${asker.kind} ${asker.id}`]
          : [anonymous, addressOf(request)];
    try {
      await counted.consume(by);
      next();
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) return next(reached);
      const seconds = Math.max(1, Math.ceil(reached.msBeforeNext / 1000));
      response.setHeader('retry-after', String(seconds));
      sendProblem(response, problemOf({ reason: 'too-many-requests', params: { seconds } }, languageOf(request), correlationIdOf(request)));
    }
  };
}

const isSigningIn = (address: string): boolean => /^\/api\/sign-in\/./.test(address);

/** Whether an address is that of a command or query by a link. */
function isByLink(address: string): boolean {
  const [, service, name] = /^\/api\/([a-z]+)\/([a-z-]+)/.exec(address) ?? [];
  return matrix[service as ServiceName]?.[name!]?.link === true;
}
