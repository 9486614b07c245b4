import connectPgSimple from 'connect-pg-simple';
import session from 'express-session';
import type pg from 'pg';
import type { Middleware, Request } from '../http.js';
import { derivedKey, type GatewaySettings } from '../settings.js';

/** What a session remembers of who has signed in. The provider's token stays here and never reaches the browser. */
export interface SignedInPerson {
  /** The key of whoever the provider told of; the person is found by it. */
  identities: string[];
  name?: string;
  provider: string;
  idToken: string;
  at: number;
}

/** A sign-in under way at a provider. */
export interface PendingSignIn {
  provider: string;
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

declare module 'express-session' {
  interface SessionData {
    person: SignedInPerson;
    pending: PendingSignIn;
  }
}

/** How long a session may be unwritten although it is used: its idle time is no more exact than this. */
const secondsBetweenTouches = 30;

/**
 * Sessions in PostgreSQL, so that they outlive a restart and any replica knows them. The cookie ends with the browser, the
 * session after its idle time or, however busy, after its longest time.
 */
export function sessions(pool: pg.Pool, settings: GatewaySettings): { middleware: Middleware; close(): void } {
  const Store = connectPgSimple(session);
  const touched = new Set<string>();
  const forget = setInterval(() => touched.clear(), secondsBetweenTouches * 1000).unref();
  class SessionStore extends Store {
    override touch(id: string, data: session.SessionData, done?: () => void): void {
      if (touched.has(id)) return done?.();
      touched.add(id);
      super.touch(id, data, done);
    }
  }
  const store = new SessionStore({ pool, schemaName: 'gateway', tableName: 'sessions', ttl: settings.session.idleMinutes * 60 });
  const isSecure = settings.publicUrl.protocol === 'https:';
  const middleware = session({
    store,
    name: cookieName(settings),
    secret: derivedKey(settings.secret, 'session cookie').toString('base64url'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
  });
  return {
    middleware,
    close: () => {
      clearInterval(forget);
      store.close();
    },
  };
}

/** With https the name's prefix makes browsers refuse the cookie from any other host, and without Secure. */
export const cookieName = ({ publicUrl }: GatewaySettings): string => (publicUrl.protocol === 'https:' ? '__Host-riggen' : 'riggen');

/** Whether the request brings a session's cookie, be the session known or not. */
export const hasSessionCookie = (request: Request, settings: GatewaySettings): boolean =>
  (request.headers.cookie ?? '').split(/; */).some((cookie) => cookie.startsWith(`${cookieName(settings)}=`));

/** Who is signed in by the session, unless it has lasted too long. */
export function personOf(request: Request, { session: { hours } }: GatewaySettings): SignedInPerson | undefined {
  const person = request.session?.person;
  return person && Date.now() - person.at < hours * 3_600_000 ? person : undefined;
}

/** Gives the session a new id, so that one that was known before cannot be used, and keeps nothing of the old. */
export const renewSession = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => request.session.regenerate((error) => (error ? reject(error as Error) : resolve())));

export const saveSession = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => request.session.save((error) => (error ? reject(error as Error) : resolve())));

export const endSession = (request: Request): Promise<void> =>
  new Promise((resolve, reject) => request.session.destroy((error) => (error ? reject(error as Error) : resolve())));
