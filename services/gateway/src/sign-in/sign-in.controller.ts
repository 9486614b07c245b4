import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { language as languages, type SignInProvider } from '@riggen/contracts';
import * as oidc from 'openid-client';
import type { Logger } from 'pino';
import { languageOf } from '../api/request-context.js';
import type { Request, Response } from '../http.js';
import type { GatewaySettings, ProviderSettings } from '../settings.js';
import { identityKeys } from './identity-keys.js';
import { ownPage } from './own-page.js';
import { Providers } from './providers.js';
import { cookieName, endSession, personOf, renewSession, saveSession } from './sessions.js';

/** What the ways in and out need. */
export abstract class SignInSurroundings {
  abstract readonly settings: GatewaySettings;
  abstract readonly providers: Providers;
  abstract readonly logger: Logger;
}

/** Where a provider sends people back to. Both must be registered with it. */
export const callbackPath = '/api/sign-in/callback';
export const signedOutPath = '/utlogget';
/** The page that says that it did not succeed. */
const failedPath = '/innlogging?problem=failed';

/** Signing in and out by OpenID Connect: code flow with PKCE, state and nonce, the same for every provider. */
@Controller('api')
export class SignInController {
  constructor(@Inject(SignInSurroundings) private readonly given: SignInSurroundings) {}

  /** The ways to sign in. */
  @Get('sign-in')
  ways(): SignInProvider[] {
    return this.given.providers.all.map(({ id, name, demo }) => ({ id, name, demo, address: `/api/sign-in/with/${id}` }));
  }

  /** Sends the browser to a provider; `returnTo` is the page to come back to, `language` that of the page one comes from. */
  @Get('sign-in/with/:provider')
  async begin(
    @Param('provider') id: string,
    @Query() { returnTo, language }: Record<string, unknown>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { settings, providers } = this.given;
    const provider = providers.settings(id);
    if (!provider) return response.redirect(failedPath);
    // The provider sends people to the public address, so the session must begin there too.
    if (request.headers.host !== settings.publicUrl.host) return response.redirect(new URL(request.originalUrl, settings.publicUrl).href);
    try {
      const configuration = await providers.configuration(provider);
      const verifier = oidc.randomPKCECodeVerifier();
      const pending = { provider: id, state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, returnTo: ownPage(returnTo, settings) };
      request.session.pending = pending;
      await saveSession(request);
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: new URL(callbackPath, settings.publicUrl).href,
        scope: provider.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ui_locales: languages.safeParse(language).data ?? languageOf(request),
        ...(provider.acrValues && { acr_values: provider.acrValues }),
      });
      response.redirect(address.href);
    } catch (error) {
      this.failed(error, provider, response);
    }
  }

  /** The provider sends the browser back here. */
  @Get('sign-in/callback')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { settings, providers } = this.given;
    const pending = request.session.pending;
    const provider = pending && providers.settings(pending.provider);
    if (!provider) return response.redirect(failedPath);
    try {
      const configuration = await providers.configuration(provider);
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(request.originalUrl, settings.publicUrl), {
        pkceCodeVerifier: pending.verifier,
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        idTokenExpected: true,
      });
      const told = await claimsOf(configuration, tokens);
      await renewSession(request);
      request.session.person = {
        identities: identityKeys(settings, provider, told),
        ...(told.name && { name: told.name.slice(0, 100) }),
        provider: provider.id,
        idToken: tokens.id_token!,
        at: Date.now(),
      };
      await saveSession(request);
      response.redirect(pending.returnTo);
    } catch (error) {
      this.failed(error, provider, response);
    }
  }

  /** Ends the session, and says where the provider's own sign-out is. */
  @Post('sign-out')
  @HttpCode(200)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ address: string }> {
    const { settings, providers } = this.given;
    const person = personOf(request, settings);
    await endSession(request);
    response.clearCookie(cookieName(settings), { path: '/', secure: settings.publicUrl.protocol === 'https:' });
    const provider = person && providers.settings(person.provider);
    if (!provider) return { address: signedOutPath };
    const configuration = await providers.configuration(provider).catch(() => undefined);
    if (!configuration?.serverMetadata().end_session_endpoint) return { address: signedOutPath };
    const parameters = { id_token_hint: person.idToken, post_logout_redirect_uri: new URL(signedOutPath, settings.publicUrl).href };
    return { address: oidc.buildEndSessionUrl(configuration, parameters).href };
  }

  private failed(error: unknown, { id }: ProviderSettings, response: Response): void {
    const { name, code } = error as { name?: string; code?: string };
    this.given.logger.warn({ provider: id, error: name, code }, 'sign-in failed');
    response.redirect(failedPath);
  }
}

/** What a provider tells of a person, in its token or when asked. */
export interface ToldByProvider {
  subject: string;
  name?: string;
  /** Only an address that the provider has verified. */
  email?: string;
}

async function claimsOf(
  configuration: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
): Promise<ToldByProvider> {
  const inToken = tokens.claims()!;
  const asked = configuration.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(configuration, tokens.access_token, inToken.sub)
    : {};
  const claims: Record<string, unknown> = { ...inToken, ...asked };
  const { sub: subject } = inToken;
  return {
    subject,
    ...(typeof claims['name'] === 'string' && { name: claims['name'] }),
    ...(typeof claims['email'] === 'string' && claims['email_verified'] === true && { email: claims['email'] }),
  };
}
