import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const keyBytes = 32;

/** A new random key. */
export const newKey = (): Buffer => randomBytes(keyBytes);

/** A key for another purpose, made of a key: what is encrypted and what is compared never share one. */
export const derivedKey = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', `riggen ${purpose}`, keyBytes));

/** Encrypts with AES-256-GCM: nonce, ciphertext and tag. `about` is bound to it: it opens in the same place only. */
export function encrypt(key: Buffer, about: string, clear: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(about));
  return Buffer.concat([nonce, sealing.update(clear), sealing.final(), sealing.getAuthTag()]);
}

/** Decrypts what `encrypt` made; throws when key, place or content is another. */
export function decrypt(key: Buffer, about: string, sealed: Buffer): Buffer {
  const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(Buffer.from(about));
  opening.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([opening.update(sealed.subarray(nonceBytes, -tagBytes)), opening.final()]);
}

const mark = 'sealed:v1:';

/** Whether a value of a stored event is encrypted. */
export const isSealed = (value: unknown): value is string => typeof value === 'string' && value.startsWith(mark);

/** A value as the text that stands in a stored event. */
export const sealValue = (key: Buffer, about: string, value: unknown): string =>
  mark + encrypt(key, about, Buffer.from(JSON.stringify(value))).toString('base64url');

/** The value of a text that `sealValue` made. */
export const openValue = (key: Buffer, about: string, sealed: string): unknown =>
  JSON.parse(decrypt(key, about, Buffer.from(sealed.slice(mark.length), 'base64url')).toString());
