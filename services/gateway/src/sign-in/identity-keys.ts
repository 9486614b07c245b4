import { createHmac } from 'node:crypto';
import { derivedKey, type GatewaySettings, type ProviderSettings } from '../settings.js';
import type { ToldByProvider } from './sign-in.controller.js';

const keyed = (secret: string, text: string) => createHmac('sha256', derivedKey(secret, 'identity')).update(text).digest('base64url');

/** The key of a person by a verified e-mail address. */
export const identityOfEmail = (secret: string, email: string): string => keyed(secret, `email ${email.trim().toLowerCase()}`);

/**
 * The keys by which a person can be found: a keyed hash of the provider's subject, and of the verified e-mail address. Neither
 * can be turned back, nor made by whoever lacks the secret.
 */
export function identityKeys({ secret }: GatewaySettings, { issuer }: ProviderSettings, { subject, email }: ToldByProvider): string[] {
  return [keyed(secret, `subject ${issuer.href} ${subject}`), ...(email ? [identityOfEmail(secret, email)] : [])];
}
