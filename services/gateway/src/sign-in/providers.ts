import { createPrivateKey } from 'node:crypto';
import * as oidc from 'openid-client';
import type { ProviderSettings } from '../settings.js';

/** The identity providers that people can sign in with. Each is asked for its addresses once, when it is first used. */
export class Providers {
  private readonly found = new Map<string, Promise<oidc.Configuration>>();

  constructor(readonly all: readonly ProviderSettings[]) {}

  settings(id: string): ProviderSettings | undefined {
    return this.all.find((provider) => provider.id === id);
  }

  /** What a provider says of itself. Rejects when it cannot be reached; the next call tries again. */
  configuration(settings: ProviderSettings): Promise<oidc.Configuration> {
    const known = this.found.get(settings.id);
    if (known) return known;
    const discovering = discover(settings);
    this.found.set(settings.id, discovering);
    discovering.catch(() => this.found.delete(settings.id));
    return discovering;
  }
}

async function discover({ issuer, clientId, clientSecret, privateKey, demo }: ProviderSettings): Promise<oidc.Configuration> {
  const authentication = privateKey ? oidc.PrivateKeyJwt(await cryptoKey(privateKey)) : oidc.ClientSecretBasic(clientSecret);
  const algorithm = demo ? { id_token_signed_response_alg: 'EdDSA' } : {};
  return oidc.discovery(issuer, clientId, algorithm, authentication, {
    timeout: 10,
    // The demo's provider is this very process, which may have no certificate.
    ...(demo && { execute: [oidc.allowInsecureRequests] }),
  });
}

const algorithms = {
  RSA: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  EC: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

/** A private key in JWK (RSA for RS256, P-256 for ES256) as the client needs it. */
async function cryptoKey(jwk: string): Promise<oidc.PrivateKey> {
  const { kid, kty } = JSON.parse(jwk) as { kid?: string; kty: keyof typeof algorithms };
  const der = createPrivateKey({ key: JSON.parse(jwk), format: 'jwk' }).export({ format: 'der', type: 'pkcs8' });
  const key = await crypto.subtle.importKey('pkcs8', der, algorithms[kty], false, ['sign']);
  return { key, ...(kid && { kid }) };
}
