import { type CurriculumDefinition, getCalendarFeed } from '@riggen/contracts';
import { fromLocalTime } from '@riggen/event-sourcing';
import { querySlice } from '@riggen/service';
import ical, { ICalEventStatus } from 'ical-generator';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

interface FeedDay {
  gatheringId: string;
  date: string;
  from: string;
  to: string;
  place: string | null;
  link: string | null;
  /** Where the gathering is cancelled, whatever the place; a trainer's days are sure. */
  status: 'placed' | 'offered' | 'trainer' | 'cancelled';
  programme: CurriculumDefinition['name'];
}

const statuses = {
  placed: ICalEventStatus.CONFIRMED,
  trainer: ICalEventStatus.CONFIRMED,
  offered: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

export const calendarFeedQuery = querySlice({
  definition: getCalendarFeed,
  projections: ['overview'],
  subject: async () => ({}),
  answer: async ({ token }, tables) => {
    const hash = createHash('sha256').update(token).digest('hex');
    const [feed]: { personId: string }[] = await tables.query('select "personId" from training.calendar_feed where "tokenHash" = $1', [hash]);
    return { calendar: feed ? calendarOf(await daysOf(tables, feed.personId)) : null };
  },
});

/** The days of a person's gatherings of the last half year and all to come. */
function daysOf(tables: EntityManager, personId: string): Promise<FeedDay[]> {
  return tables.query(
    `with mine as (
       select "gatheringId", status from training.place where "personId" = $1 and status in ('placed', 'offered')
       union select distinct "gatheringId", 'trainer' from training.trainer_day where "personId" = $1)
     select d."gatheringId", d.date::text, d."from", d."to", d.place, d.link, k.definition->'name' as programme,
       case when g.status = 'cancelled' then 'cancelled' else min(mine.status) end as status
     from mine join training.gathering g using ("gatheringId") join training.gathering_day d using ("gatheringId")
     join training.curriculum k on k."programmeId" = g."programmeId" and k.version = g."curriculumVersion"
     where g.status in ('published', 'cancelled') and g."endsOn" >= current_date - 183
     group by d."gatheringId", d.date, d."from", d."to", d.place, d.link, g.status, k.definition order by d.date limit 1000`,
    [personId],
  );
}

/** Days as iCalendar, each an event with a time in UTC and a name that stays the same when it is moved. */
export function calendarOf(days: readonly FeedDay[]): string {
  const calendar = ical({ name: 'Riggen', prodId: { company: 'Riggen', product: 'samlinger', language: 'NO' } });
  const counted = new Map<string, number>();
  for (const { gatheringId, date, from, to, place, link, status, programme } of days) {
    const number = (counted.get(gatheringId) ?? 0) + 1;
    counted.set(gatheringId, number);
    const instant = (time: string) => new Date(fromLocalTime(`${date}T${time}`)!);
    calendar.createEvent({
      ...{ id: `${gatheringId}-${number}@riggen`, start: instant(from), end: instant(to), status: statuses[status] },
      summary: `Samling: ${programme.nb}`,
      ...(place && { location: place }),
      ...(link && { url: link }),
    });
  }
  return calendar.toString();
}
