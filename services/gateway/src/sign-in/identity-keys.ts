import { createHmac } from 'node:crypto';
import { derivedKey, type GatewaySettings, type ProviderSettings } from '../settings.js';
import type { ToldByProvider } from './sign-in.controller.js';

/**
 * The keys by which a person can be found: a keyed hash of the provider's subject, and of the verified e-mail address. Neither
 * can be turned back, nor made by whoever lacks the secret.
 */
export function identityKeys(settings: GatewaySettings, { issuer }: ProviderSettings, { subject, email }: ToldByProvider): string[] {
  const key = derivedKey(settings.secret, 'identity');
  const keyed = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  return [keyed(`subject ${issuer.href} ${subject}`), ...(email ? [keyed(`email ${email.trim().toLowerCase()}`)] : [])];
}
