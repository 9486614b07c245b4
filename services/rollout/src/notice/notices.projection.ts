import { noticeGivenUp, noticeSent } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import { type EntityManager, In } from 'typeorm';
import { v5 as uuidv5 } from 'uuid';
import type { ConcernedGathering } from './notice.js';
import { askingForNotices, gatheringOf, noticesOf } from './notices-of-events.js';
import { NoticeGatheringRow, NoticeRow } from './notices.tables.js';

/** A notice has the id of the event that it is about and of its receiver: however often it is made, it is the same. */
export const noticeId = (eventId: string, personId: string): string => uuidv5(personId, eventId);

/** The notices that events ask for, and what became of each. Events that are not real ask for none. */
export const notices: Projection = {
  name: 'notices',
  version: 1,
  entities: [NoticeRow, NoticeGatheringRow],
  events: [...askingForNotices, noticeSent.type, noticeGivenUp.type],
  apply: async (events, rows) => {
    await makeNotices(events.filter(({ marking }) => !marking), rows);
    await closeNotices(events, rows);
  },
};

async function makeNotices(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  const ids = [...new Set(events.flatMap((event) => gatheringOf(event) ?? []))];
  const known = ids.length ? await rows.findBy(NoticeGatheringRow, { gatheringId: In(ids) }) : [];
  const gatherings = new Map<string, ConcernedGathering>(known.map((row) => [row.gatheringId, row]));
  const changed = new Map<string, ConcernedGathering>();
  const made: NoticeRow[] = [];
  for (const event of events) {
    const gatheringId = gatheringOf(event) ?? '';
    const gathering = gatherings.get(gatheringId) ?? { gatheringId, dates: [], place: null, people: {}, trainers: [] };
    const before = JSON.stringify(gathering);
    for (const { kind, personId, facts } of noticesOf(event, gathering)) {
      const { service = null, region = null } = event.organisation;
      made.push({ noticeId: noticeId(event.id, personId), personId, kind, facts, at: event.recordedAt, state: 'waiting', channel: null, reason: null, service, region });
    }
    gatherings.set(gatheringId, gathering);
    if (JSON.stringify(gathering) !== before) changed.set(gatheringId, gathering);
  }
  await upsert(rows, NoticeGatheringRow, ['gatheringId'], [...changed.values()]);
  await upsert(rows, NoticeRow, ['noticeId'], made);
}

async function closeNotices(events: PublishedEvent[], rows: EntityManager): Promise<void> {
  for (const { type, data } of events) {
    const { noticeId: id, channel = null, reason = null } = data as { noticeId: string; channel?: string; reason?: string };
    if (type === noticeSent.type) await rows.update(NoticeRow, { noticeId: id }, { state: 'sent', channel });
    if (type === noticeGivenUp.type) await rows.update(NoticeRow, { noticeId: id }, { state: 'given-up', reason });
  }
}
