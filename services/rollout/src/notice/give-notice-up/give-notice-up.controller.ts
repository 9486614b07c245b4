import { giveNoticeUp } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { delivery, deliveryStream } from '../delivery.js';
import { decideGiveNoticeUp } from './give-notice-up.js';

export const giveNoticeUpSlice = commandSlice({
  definition: giveNoticeUp,
  evolution: delivery,
  streamOf: ({ noticeId }) => deliveryStream(noticeId),
  subject: async ({ personId }) => ({ person: personId }),
  context: async (_, { now }) => ({ now }),
  decide: decideGiveNoticeUp,
});
