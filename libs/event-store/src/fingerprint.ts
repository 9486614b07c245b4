import { createHash, createHmac } from 'node:crypto';

/**
 * The SHA-256 of a value's JSON with sorted keys, in hex: equal content has an equal fingerprint. With a secret it is an
 * HMAC: nobody without it can find out by trying what the content was.
 */
export function fingerprintOf(value: unknown, secret?: Buffer): string {
  const hash = secret ? createHmac('sha256', secret) : createHash('sha256');
  return hash.update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
