import type { Work } from '@riggen/service';
import { setTimeout as sleep } from 'node:timers/promises';
import { v5 as uuidv5 } from 'uuid';
import { PersonRow } from '../person/person.tables.js';
import { deliveryStream } from './delivery.js';
import { giveNoticeUpSlice } from './give-notice-up/give-notice-up.controller.js';
import { sendersFromEnvironment } from './sender.port.js';
import { NoticeDelivery } from './notice-delivery.js';
import { NoticeRow } from './notices.tables.js';
import { recordNoticeSentSlice } from './record-notice-sent/record-notice-sent.controller.js';

const pause = 1_000;

/** Sends what waits, in one process at a time. A notice that was under way when the process ended is sent again, with the same id. */
export const deliverNotices: Work = {
  name: 'deliver-notices',
  run: async ({ tables, readStream, give, onError }, signal) => {
    const delivery = new NoticeDelivery({
      senders: sendersFromEnvironment(),
      waiting: (limit) => tables.find(NoticeRow, { where: { state: 'waiting' }, order: { at: 'ASC' }, take: limit }),
      isOver: async (noticeId) => (await readStream(deliveryStream(noticeId))).length > 0,
      receiver: async (personId) => {
        const person = await tables.findOneBy(PersonRow, { personId });
        return person ? { email: person.workEmail ?? undefined, phone: person.workPhone ?? undefined, language: person.language } : undefined;
      },
      sent: ({ noticeId, personId, kind }, channel) => give(recordNoticeSentSlice, uuidv5('sent', noticeId), { noticeId, personId, kind, channel }),
      givenUp: ({ noticeId, personId, kind }, reason) => give(giveNoticeUpSlice, uuidv5('given up', noticeId), { noticeId, personId, kind, reason }),
      now: () => Date.now(),
      onError,
    });
    while (!signal.aborted) {
      const over = await delivery.round();
      if (!over) await sleep(pause, undefined, { signal }).catch(() => {});
    }
  },
};
