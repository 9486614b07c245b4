import type { Language } from '@riggen/contracts';
import { createHash, createPrivateKey } from 'node:crypto';
import { Provider } from 'oidc-provider';
import type { Logger } from 'pino';
import type { Middleware } from '../http.js';
import { derivedKey, type ProviderSettings } from '../settings.js';
import { choosePage, chooseStyle } from './choose-page.js';
import { demoPeople } from './demo-people.js';
import { ShortMemory } from './short-memory.js';

/** Where the embedded identity provider lives, below the gateway's address. */
const path = '/demo-sign-in';
const clientId = 'riggen';
const minutes = 60;

interface Choosing {
  publicUrl: URL;
  secret: string;
  callback: string;
  signedOut: string;
  logger: Logger;
}

/**
 * The embedded identity provider of the demo. It is reached by OpenID Connect like any other, and asks for no password: one
 * chooses a person. Its keys are made of the secret, so that it needs no memory over a restart.
 */
export function demoProvider({ publicUrl, secret, callback, signedOut, logger }: Choosing): { settings: ProviderSettings; path: string; handle: Middleware } {
  const issuer = new URL(path, publicUrl);
  const clientSecret = derivedKey(secret, 'demo client').toString('base64url');
  const provider = new Provider(issuer.href, {
    adapter: ShortMemory,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [callback],
        post_logout_redirect_uris: [signedOut],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'EdDSA',
      },
    ],
    enabledJWA: { idTokenSigningAlgValues: ['EdDSA', 'RS256'] },
    jwks: { keys: [signingKey(secret)] },
    cookies: { keys: [derivedKey(secret, 'demo cookies').toString('base64url')] },
    claims: { openid: ['sub'], profile: ['name', 'locale'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: (context) => context.redirect('/') } },
    interactions: { url: (_, { uid }) => `${path}/choose/${uid}` },
    ttl: { AccessToken: 5 * minutes, AuthorizationCode: minutes, IdToken: 5 * minutes, Interaction: 30 * minutes, Session: minutes, Grant: 5 * minutes },
    findAccount: (_, id) => {
      const person = demoPeople.find((candidate) => candidate.id === id);
      return person && { accountId: id, claims: () => ({ sub: id, name: person.name, email: person.email, email_verified: true }) };
    },
    // Nobody is asked to consent: Riggen asks for what the page has shown.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
    renderError: (context, { error, error_description }) => {
      logger.info({ error, description: error_description }, 'demo sign-in refused');
      context.redirect('/');
    },
  });
  provider.on('server_error', (_, error) => logger.error({ err: error }, 'demo sign-in failed'));
  // The sign-out that Riggen asks for carries the token that it was given: nobody is asked a second time.
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route !== 'end_session' || !context.oidc.entities.IdTokenHint) return;
    await context.oidc.session?.destroy();
    context.redirect(String(context.oidc.params?.['post_logout_redirect_uri'] ?? '/'));
  });
  const answer = provider.callback();

  const handle: Middleware = async (request, response, next) => {
    const [, uid, person] = /^\/choose\/([\w-]+)(?:\/([a-z]+))?$/.exec(request.path) ?? [];
    if (request.path === '/style.css') return void response.type('css').send(chooseStyle);
    if (!uid) return void (await answer(request, response));
    try {
      const { params } = await provider.interactionDetails(request, response);
      if (request.method === 'GET') {
        response.setHeader('cache-control', 'no-store');
        return void response.type('html').send(choosePage(`${path}/choose/${uid}`, `${path}/style.css`, languageOf(params['ui_locales'])));
      }
      if (request.method !== 'POST' || !demoPeople.some(({ id }) => id === person)) return next();
      await provider.interactionFinished(request, response, { login: { accountId: person!, remember: false } }, { mergeWithLastSubmission: false });
    } catch {
      response.redirect('/'); // the choice was left open for too long, or in another browser
    }
  };
  const settings = { id: 'demo', name: 'Demo', issuer, clientId, clientSecret, scope: 'openid profile email', demo: true };
  return { settings, path, handle };
}

const languageOf = (locales: unknown): Language => (['nb', 'nn', 'en'] as const).find((language) => language === locales) ?? 'nb';

/** An Ed25519 key whose seed is made of the secret (RFC 8410). */
function signingKey(secret: string): Record<string, string> {
  const seed = derivedKey(secret, 'demo signing');
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' }) as Record<string, string>;
  return { ...key, alg: 'EdDSA', use: 'sig', kid: createHash('sha256').update(key['x']!).digest('base64url').slice(0, 16) };
}
