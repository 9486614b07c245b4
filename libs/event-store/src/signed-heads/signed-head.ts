import { createHash, createHmac, timingSafeEqual, type Hash } from 'node:crypto';
import type { StoredRecord } from '../event-store.js';
import { derivedKey } from '../personal-data/seal.js';

/** What was said of the first `events` events of a log. The first head of a log is of none, and has a random digest. */
interface LogHead {
  events: number;
  /** SHA-256 over the digest of the head before and the hashes of the events since, in global order; in hex. */
  digest: string;
  /** ISO instant. */
  signedAt: string;
}

export interface SignedHead extends LogHead {
  /** HMAC-SHA-256 of the three, in hex. */
  signature: string;
}

/** Signs with a key that is made of a master key (32 bytes in hex), which is kept outside the database of the log. */
export class HeadSigner {
  private readonly key: Buffer;

  constructor(masterKey: string) {
    this.key = derivedKey(Buffer.from(masterKey, 'hex'), 'signing of log heads');
  }

  sign({ events, digest, signedAt }: LogHead): SignedHead {
    return { events, digest, signedAt, signature: this.signatureOf({ events, digest, signedAt }).toString('hex') };
  }

  hasSigned(head: SignedHead): boolean {
    const given = Buffer.from(head.signature, 'hex');
    const right = this.signatureOf(head);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private signatureOf({ events, digest, signedAt }: LogHead): Buffer {
    return createHmac('sha256', this.key).update(`${events} ${digest} ${signedAt}`).digest();
  }
}

/** Follows a log from a head on, event by event. */
export class LogDigest {
  private readonly hash: Hash;
  events: number;

  constructor({ events, digest }: LogHead) {
    this.events = events;
    this.hash = createHash('sha256').update(digest, 'hex');
  }

  add({ hash }: Pick<StoredRecord, 'hash'>): void {
    this.events += 1;
    this.hash.update(hash, 'hex');
  }

  /** Ends the digest. */
  digest(): string {
    return this.hash.digest('hex');
  }
}

/** Checks events in global order against the heads that were signed: whoever writes in the database alone cannot make both fit. */
export class HeadCheck {
  private readonly coming: SignedHead[];
  private since: LogDigest | undefined;

  /** `heads` by the number of their events. */
  constructor(
    heads: SignedHead[],
    private readonly signer: HeadSigner,
  ) {
    this.coming = [...heads];
    const first = this.coming.shift();
    if (first?.events === 0 && signer.hasSigned(first)) this.since = new LogDigest(first);
  }

  /** What is wrong with the events up to this one, if a head was signed after it. */
  problemsOf(record: Pick<StoredRecord, 'hash'>): string[] {
    this.since?.add(record);
    const [head] = this.coming;
    if (!this.since || head?.events !== this.since.events) return [];
    const found = this.since.digest();
    this.coming.shift();
    this.since = new LogDigest(head);
    const about = `the head of the first ${head.events} events`;
    if (!this.signer.hasSigned(head)) return [`${about} has another signature`];
    return found === head.digest ? [] : [`the events up to number ${head.events} are not those that were signed at ${head.signedAt}`];
  }

  /** What is wrong when there are no more events. */
  problemsAtEnd(): string[] {
    if (!this.since) return ['the first signed head of the log is missing, or has another signature'];
    const last = this.coming.at(-1);
    return last ? [`${last.events} events were signed at ${last.signedAt}, and the store has ${this.since.events}`] : [];
  }
}
