import { createHmac, randomBytes } from 'node:crypto';

/** How long a code is shown before the next, in milliseconds. The one before is taken too: a phone needs its moment. */
const shownFor = 30_000;
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

let secret: Buffer = randomBytes(32);

/** Makes all codes of this process by a secret that follows from a key which its replicas share. */
export function codesBy(sharedKey: string): void {
  secret = createHmac('sha256', sharedKey).update('attendance codes').digest();
}

/** The code of a gathering at a time, and when the next one comes. HMAC-SHA-256 of gathering and half-minute, eight letters of it. */
export function codeAt(gatheringId: string, now: string): { code: string; nextAt: string } {
  const step = Math.floor(Date.parse(now) / shownFor);
  return { code: codeOf(gatheringId, step), nextAt: new Date((step + 1) * shownFor).toISOString() };
}

/** The codes that are taken at a time: the one that is shown, and the one before. */
export function validCodes(gatheringId: string, now: string): string[] {
  const step = Math.floor(Date.parse(now) / shownFor);
  return [codeOf(gatheringId, step), codeOf(gatheringId, step - 1)];
}

function codeOf(gatheringId: string, step: number): string {
  const digest = createHmac('sha256', secret).update(`${gatheringId} ${step}`).digest();
  return [...digest.subarray(0, 8)].map((byte) => alphabet[byte % alphabet.length]).join('');
}
