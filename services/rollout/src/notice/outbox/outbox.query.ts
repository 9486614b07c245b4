import { listOutbox } from '@riggen/contracts';
import { querySlice } from '@riggen/service';
import { noticeText } from '../notice-texts.js';
import { NoticeRow } from '../notices.tables.js';

export const outboxQuery = querySlice({
  definition: listOutbox,
  projections: ['notices'],
  subject: async () => ({}),
  answer: async ({ state, page, size }, tables) => {
    const [rows, total] = await tables.findAndCount(NoticeRow, {
      where: { ...(state && { state }) },
      order: { at: 'DESC', noticeId: 'ASC' },
      ...{ skip: (page - 1) * size, take: size },
    });
    const items = rows.map(({ noticeId, personId, kind, facts, at, state: became, channel, reason }) => ({
      ...{ noticeId, personId, kind, at: new Date(at).toISOString(), state: became, ...noticeText(kind, facts, 'nb') },
      ...(channel && { channel: channel as 'email' | 'sms' | 'outbox' }),
      ...(reason && { reason }),
    }));
    return { items, total, page, size };
  },
});
