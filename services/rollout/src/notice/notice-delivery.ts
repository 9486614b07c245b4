import type { giveNoticeUp, noticeChannel } from '@riggen/contracts';
import type { z } from 'zod';
import { AddressRefused, type Sender } from './sender.port.js';
import { noticeText, type NoticeLanguage } from './notice-texts.js';
import type { NoticeRow as Notice } from './notices.tables.js';

/** What is known of a receiver when the notice leaves; undefined fields of somebody who is erased or was never made known. */
export interface Receiver {
  email?: string | undefined;
  phone?: string | undefined;
  language: NoticeLanguage;
}

/** What the delivery works with. Everything but the sending itself is done again without harm. */
export interface DeliverySurroundings {
  senders: readonly Sender[];
  waiting(limit: number): Promise<Notice[]>;
  /** Whether the notice's own stream says that it is over: the list of those waiting may be late. */
  isOver(noticeId: string): Promise<boolean>;
  receiver(personId: string): Promise<Receiver | undefined>;
  sent(notice: Notice, channel: z.infer<typeof noticeChannel>): Promise<void>;
  givenUp(notice: Notice, why: z.infer<typeof giveNoticeUp.schema>['reason']): Promise<void>;
  now(): number;
  onError(error: unknown): void;
}

/** After this time a notice would tell of what is over; until then a failed one is tried again, less and less often. */
export const patience = 3 * 24 * 60 * 60 * 1_000;
const firstPause = 2_000;
const longestPause = 30 * 60 * 1_000;
const atOnce = 5;
const batch = 500;

/** Sends what waits. Kept between rounds: when a notice that failed is due again. */
export class NoticeDelivery {
  private readonly failures = new Map<string, { times: number; dueAt: number }>();

  constructor(private readonly surroundings: DeliverySurroundings) {}

  /** One round over the notices that are due; gives how many are over now. */
  async round(): Promise<number> {
    const { waiting, now } = this.surroundings;
    const due = (await waiting(batch)).filter(({ noticeId }) => (this.failures.get(noticeId)?.dueAt ?? 0) <= now());
    let over = 0;
    for (let start = 0; start < due.length; start += atOnce) {
      const results = await Promise.all(due.slice(start, start + atOnce).map((notice) => this.deliver(notice)));
      over += results.filter(Boolean).length;
    }
    return over;
  }

  private async deliver(notice: Notice): Promise<boolean> {
    const { senders, receiver, isOver, sent, givenUp, now, onError } = this.surroundings;
    const { noticeId, personId, kind, facts, at } = notice;
    try {
      if (await isOver(noticeId)) return true;
      if (now() - new Date(at).getTime() > patience) return await givenUp(notice, 'too-late').then(() => true);
      const to = await receiver(personId);
      const way = senders.find(({ channel }) => (channel === 'email' ? to?.email : to?.phone));
      if (!to || (senders.length && !way)) return await givenUp(notice, 'no-address').then(() => true);
      if (way) await way.send({ id: noticeId, to: (way.channel === 'email' ? to.email : to.phone)!, ...noticeText(kind, facts, to.language) });
      await sent(notice, way?.channel ?? 'outbox');
    } catch (error) {
      if (error instanceof AddressRefused) return givenUp(notice, 'refused').then(() => true, () => false);
      onError(error);
      const times = (this.failures.get(noticeId)?.times ?? 0) + 1;
      this.failures.set(noticeId, { times, dueAt: now() + Math.min(longestPause, firstPause * 2 ** times) });
      return false;
    }
    this.failures.delete(noticeId);
    return true;
  }
}
