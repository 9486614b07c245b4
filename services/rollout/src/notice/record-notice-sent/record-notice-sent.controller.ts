import { recordNoticeSent } from '@riggen/contracts';
import { commandSlice } from '@riggen/service';
import { delivery, deliveryStream } from '../delivery.js';
import { decideRecordNoticeSent } from './record-notice-sent.js';

export const recordNoticeSentSlice = commandSlice({
  definition: recordNoticeSent,
  evolution: delivery,
  streamOf: ({ noticeId }) => deliveryStream(noticeId),
  subject: async ({ personId }) => ({ person: personId }),
  context: async (_, { now }) => ({ now }),
  decide: decideRecordNoticeSent,
});
