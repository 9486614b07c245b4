import {
  absenceMadeUp,
  attendanceCorrected,
  attendanceRecorded,
  cohortPlanned,
  type curriculumDefined,
  dayAttendanceRecorded,
  enrolmentCancelled,
  type gatheringCancelled,
  type gatheringMoved,
  type gatheringPlanned,
  type gatheringPublished,
  type gatheringResized,
  type gatheringScheduled,
  type heldGatheringRecorded,
  type participantsEnrolled,
  type placesOffered,
  type serviceJoinedCohort,
} from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import type { PublishedEvent } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import type { EntityManager } from 'typeorm';
import type { Handlers } from './overview.projection.js';
import {
  AttendanceHistoryRow,
  AttendanceRow,
  CohortRow,
  CohortServiceRow,
  CurriculumEarlierRow,
  CurriculumModuleRow,
  CurriculumRow,
  GatheringDayRow,
  GatheringModuleRow,
  GatheringRow,
  PlaceRow,
} from './overview.tables.js';
import type { RowsWriter } from './rows-writer.projection.js';

const placeOf = ({ organisation }: PublishedEvent) => ({ service: organisation.service ?? null, region: organisation.region ?? null });
const nothing = {
  ...{ programmeId: null, curriculumVersion: null, cohortId: null, region: null, targetGroup: null, number: null },
  ...{ capacity: null, cancelReason: null, placed: 0, offered: 0, waiting: 0 },
};

function putDays(rows: RowsWriter, gatheringId: string, days: DataOf<typeof gatheringMoved>['days']): void {
  for (const { date, from, to, format, place, link } of days) {
    const where = { place: place ?? null, link: link ?? null };
    rows.put(GatheringDayRow, ['gatheringId', 'date'], { gatheringId, date, from, to, format, ...where });
  }
}

const putModules = (rows: RowsWriter, { gatheringId, moduleIds }: { gatheringId: string; moduleIds: string[] }): void => {
  for (const moduleId of moduleIds) rows.put(GatheringModuleRow, ['gatheringId', 'moduleId'], { gatheringId, moduleId });
};

const putGathering = (rows: RowsWriter, row: GatheringRow): void => rows.put(GatheringRow, ['gatheringId'], row);

/** A person's place, in the order in which it came to its status. */
const places =
  (status: PlaceRow['status']) =>
  (data: DataOf<typeof participantsEnrolled> & { until?: string }, event: PublishedEvent, rows: RowsWriter): void => {
    const { gatheringId, groupId, personIds, until } = data;
    for (const personId of personIds) {
      const row = { gatheringId, personId, groupId, ...placeOf(event), status, until: until ?? null, since: event.position };
      rows.put(PlaceRow, ['gatheringId', 'personId'], row);
    }
  };

function putHistory(
  rows: RowsWriter,
  event: PublishedEvent,
  about: { gatheringId: string; personId: string; date: string },
  what: AttendanceHistoryRow['what'],
  { status = null, note = null }: { status?: string | null; note?: string | null },
): void {
  const { gatheringId, personId, date } = about;
  const { position, recordedAt } = event;
  rows.put(AttendanceHistoryRow, ['position'], { position, gatheringId, personId, date, ...placeOf(event), what, status, note, recordedAt });
}

export const gatheringRows: Handlers = {
  CurriculumDefined: (data: DataOf<typeof curriculumDefined>, _, rows) => {
    const { programmeId, version, validFrom, modules, earlierGatherings, targetGroup } = data;
    rows.put(CurriculumRow, ['programmeId', 'version'], { programmeId, version, validFrom, definition: data });
    modules.forEach(({ moduleId, compulsoryFor }, order) =>
      rows.put(CurriculumModuleRow, ['programmeId', 'version', 'moduleId'], { programmeId, version, moduleId, order, compulsoryFor }),
    );
    for (const { number, modules: given } of earlierGatherings) {
      for (const moduleId of given) {
        const row = { programmeId, version, moduleId, number, targetGroup };
        rows.put(CurriculumEarlierRow, ['programmeId', 'version', 'moduleId', 'number'], row);
      }
    }
  },
  CohortPlanned: ({ serviceIds, ...cohort }: DataOf<typeof cohortPlanned>, _, rows) => {
    rows.put(CohortRow, ['cohortId'], cohort);
    for (const serviceId of serviceIds) rows.put(CohortServiceRow, ['cohortId', 'serviceId'], { cohortId: cohort.cohortId, serviceId });
  },
  ServiceJoinedCohort: (data: DataOf<typeof serviceJoinedCohort>, _, rows) => rows.put(CohortServiceRow, ['cohortId', 'serviceId'], { ...data }),
  ServiceLeftCohort: (data: DataOf<typeof serviceJoinedCohort>, _, rows) => rows.remove(CohortServiceRow, { ...data }),
  GatheringScheduled: (data: DataOf<typeof gatheringScheduled>, { version, organisation }, rows) => {
    const { gatheringId, targetGroup, number, startsOn, endsOn, days } = data;
    putGathering(rows, { ...nothing, gatheringId, status: 'earlier', region: organisation.region ?? null, targetGroup, number, startsOn, endsOn, days, version });
  },
  GatheringPlanned: (data: DataOf<typeof gatheringPlanned>, { version }, rows) => {
    const { gatheringId, programmeId, curriculumVersion, cohortId, region, days, capacity } = data;
    const dates = { startsOn: days[0]!.date, endsOn: days.at(-1)!.date, days: days.length };
    const about = { programmeId, curriculumVersion, region, capacity, cohortId: cohortId ?? null };
    putGathering(rows, { ...nothing, gatheringId, status: 'planned', ...about, ...dates, version });
    putDays(rows, gatheringId, days);
    putModules(rows, data);
  },
  HeldGatheringRecorded: (data: DataOf<typeof heldGatheringRecorded>, { version }, rows) => {
    const { gatheringId, programmeId, curriculumVersion, region, dates, format } = data;
    const span = { startsOn: dates[0]!, endsOn: dates.at(-1)!, days: dates.length };
    putGathering(rows, { ...nothing, gatheringId, status: 'held', programmeId, curriculumVersion, region, ...span, version });
    for (const date of dates) {
      rows.put(GatheringDayRow, ['gatheringId', 'date'], { gatheringId, date, from: null, to: null, format, place: null, link: null });
    }
    putModules(rows, data);
  },
  GatheringPublished: ({ gatheringId }: DataOf<typeof gatheringPublished>, { version }, rows) =>
    rows.change(GatheringRow, { gatheringId }, { status: 'published', version }),
  GatheringMoved: async ({ gatheringId, days }: DataOf<typeof gatheringMoved>, { version }, rows) => {
    await rows.remove(GatheringDayRow, { gatheringId });
    putDays(rows, gatheringId, days);
    const dates = { startsOn: days[0]!.date, endsOn: days.at(-1)!.date, days: days.length };
    await rows.change(GatheringRow, { gatheringId }, { ...dates, version });
  },
  GatheringResized: ({ gatheringId, capacity }: DataOf<typeof gatheringResized>, { version }, rows) =>
    rows.change(GatheringRow, { gatheringId }, { capacity, version }),
  GatheringCancelled: ({ gatheringId, reason }: DataOf<typeof gatheringCancelled>, { version }, rows) =>
    rows.change(GatheringRow, { gatheringId }, { status: 'cancelled', cancelReason: reason, version }),
  ParticipantsEnrolled: places('placed'),
  ParticipantsQueued: places('waiting'),
  PlacesOffered: (data: DataOf<typeof placesOffered>, event, rows) => places('offered')(data, event, rows),
  PlacesAccepted: places('placed'),
  PlacesDeclined: places('declined'),
  OfferExpired: places('expired'),
  EnrolmentCancelled: ({ personId, ...data }: DataOf<typeof enrolmentCancelled>, event, rows) =>
    places('cancelled')({ ...data, personIds: [personId] }, event, rows),
  AttendanceRecorded: ({ gatheringId, personId, status }: DataOf<typeof attendanceRecorded>, event, rows) => {
    // The gathering's first day stands for all of it.
    const row = { gatheringId, personId, date: calendarDateOf(event.occurredAt), ...placeOf(event), status, madeUpBy: null };
    rows.put(AttendanceRow, ['gatheringId', 'personId', 'date'], row);
  },
  DayAttendanceRecorded: (data: DataOf<typeof dayAttendanceRecorded>, event, rows) => {
    const { gatheringId, personId, date, status, by } = data;
    rows.put(AttendanceRow, ['gatheringId', 'personId', 'date'], { gatheringId, personId, date, ...placeOf(event), status, madeUpBy: null });
    putHistory(rows, event, data, 'recorded', { status, note: by });
  },
  AttendanceCorrected: async (data: DataOf<typeof attendanceCorrected>, event, rows) => {
    const { gatheringId, personId, date, status, reason } = data;
    await rows.change(AttendanceRow, { gatheringId, personId, date }, { status });
    putHistory(rows, event, data, 'corrected', { status, note: reason });
  },
  AbsenceMadeUp: async (data: DataOf<typeof absenceMadeUp>, event, rows) => {
    const { gatheringId, personId, date, lectureId } = data;
    await rows.change(AttendanceRow, { gatheringId, personId, date }, { madeUpBy: lectureId });
    putHistory(rows, event, data, 'made_up', { note: lectureId });
  },
};

const changesPlaces = new Set(['ParticipantsEnrolled', 'ParticipantsQueued', 'PlacesOffered', 'PlacesAccepted', 'PlacesDeclined', 'OfferExpired', 'EnrolmentCancelled']);

/** Counts the places of the gatherings whose places a batch changed. */
export async function placeCounts(events: PublishedEvent[], manager: EntityManager): Promise<void> {
  const ids = [...new Set(events.filter(({ type }) => changesPlaces.has(type)).map(({ data }) => (data as { gatheringId: string }).gatheringId))];
  if (!ids.length) return;
  const table = (entity: Function) => manager.connection.getMetadata(entity).tablePath;
  await manager.query(
    `update ${table(GatheringRow)} g set placed = p.placed, offered = p.offered, waiting = p.waiting
     from (select "gatheringId", count(*) filter (where status = 'placed')::int as placed,
         count(*) filter (where status = 'offered')::int as offered, count(*) filter (where status = 'waiting')::int as waiting
       from ${table(PlaceRow)} where "gatheringId" = any($1) group by "gatheringId") p
     where g."gatheringId" = p."gatheringId"`,
    [ids],
  );
}
