import { sessionAttendanceCorrected, sessionAttendanceRecorded, sessionHeld, serviceUnitChanged } from '@riggen/contracts';
import { type Projection, type PublishedEvent, upsert } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { type EntityManager, In } from 'typeorm';
import { SessionRow } from './sessions.tables.js';

/** The sessions of the services' groups, each with who attended as it is after corrections. */
export const sessions: Projection = {
  name: 'sessions',
  version: 1,
  entities: [SessionRow],
  events: [sessionHeld, sessionAttendanceRecorded, sessionAttendanceCorrected, serviceUnitChanged].map(({ type }) => type),
  apply: async (events, tables) => {
    await upsert(tables, SessionRow, ['sessionId'], await sessionsAfter(events, tables));
    // Rows of people follow their service into another region: from now on that one sees them, and the old one does not.
    for (const { serviceId, region } of ofType(events, serviceUnitChanged)) await tables.update(SessionRow, { service: serviceId }, { region });
  },
};

/** The sessions that some events are about, as they are after them. */
async function sessionsAfter(events: PublishedEvent[], tables: EntityManager): Promise<SessionRow[]> {
  const concerned = ofType(events, sessionAttendanceRecorded).concat(ofType(events, sessionAttendanceCorrected));
  const known = await tables.findBy(SessionRow, { sessionId: In([...new Set(concerned.map(({ sessionId }) => sessionId))]) });
  const rows = new Map(known.map((row) => [row.sessionId, row]));
  for (const { type, data, organisation } of events) {
    if (type === sessionHeld.type && organisation.service !== undefined) {
      const { groupId: group, ...log } = data as DataOf<typeof sessionHeld>;
      const place = { service: organisation.service, region: organisation.region ?? null };
      rows.set(log.sessionId, { ...log, ...place, group, phase: log.phase ?? null, attendance: [] });
    } else if (type === sessionAttendanceRecorded.type || type === sessionAttendanceCorrected.type) {
      const { sessionId, personId, status, ...correction } = data as DataOf<typeof sessionAttendanceRecorded> & { reason?: string };
      const row = rows.get(sessionId);
      const others = row?.attendance.filter((one) => one.personId !== personId) ?? [];
      if (row) row.attendance = [...others, { personId, status, correctedFor: correction.reason ?? null }];
    }
  }
  return [...rows.values()];
}

const ofType = <Definition extends typeof serviceUnitChanged | typeof sessionAttendanceRecorded | typeof sessionAttendanceCorrected>(
  events: PublishedEvent[],
  definition: Definition,
): DataOf<Definition>[] => events.filter(({ type }) => type === definition.type).map(({ data }) => data as DataOf<Definition>);
