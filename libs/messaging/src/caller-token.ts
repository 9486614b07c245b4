import { caller, type Caller } from '@riggen/contracts';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const header = encoded({ alg: 'HS256', typ: 'JWT' });
const payload = z.object({ caller, exp: z.number() });

/** The fewest characters that a key for signing has. */
export const shortestCallerKey = 32;

/**
 * Signs who asks, as a compact JWS (RFC 7515, HS256) that holds for `seconds`. Whoever has the key can be anybody: the gateway
 * and the launcher have it, and the services to verify.
 */
export function signCaller(key: string, who: Caller, seconds: number): string {
  const content = `${header}.${encoded({ caller: who, exp: Math.floor(Date.now() / 1000) + seconds })}`;
  return `${content}.${signatureOf(key, content)}`;
}

/** Who asks, or undefined where the token is not signed with the key, is out of date, or claims to be the system itself. */
export function verifyCaller(key: string, token: string): Caller | undefined {
  const [head, body, signature, ...more] = token.split('.');
  if (head !== header || body === undefined || signature === undefined || more.length) return undefined;
  const expected = Buffer.from(signatureOf(key, `${head}.${body}`));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const content = payload.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString()));
  if (!content.success || content.data.exp * 1000 <= Date.now() || content.data.caller.kind === 'system') return undefined;
  return content.data.caller;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const signatureOf = (key: string, content: string): string => createHmac('sha256', key).update(content).digest('base64url');
