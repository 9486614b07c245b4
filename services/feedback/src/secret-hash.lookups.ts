import { createHash } from 'node:crypto';

/** What is kept of a link's or code's secret: its SHA-256 in hex. The secret is random, so that it needs no salt. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
