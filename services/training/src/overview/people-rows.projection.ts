import {
  type calendarFeedClosed,
  type calendarFeedOpened,
  type caseworkerRegistered,
  type certificateAwarded,
  type certificateRevoked,
  type serviceUnitRegistered,
  type sessionAttendanceCorrected,
  type sessionAttendanceRecorded,
  type sessionHeld,
  type supervisorQualified,
  type trainerBooked,
  type trainerCapacitySet,
  type trainerQualified,
  type trainerReleased,
} from '@riggen/contracts';
import { calendarDateOf } from '@riggen/event-sourcing';
import type { PublishedEvent } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import type { Handlers } from './overview.projection.js';
import {
  CalendarFeedRow,
  CertificateCodeRow,
  CertificateRow,
  PositionRow,
  ServiceUnitRow,
  SessionAttendanceRow,
  SessionRow,
  SupervisorRow,
  TrainerCapacityRow,
  TrainerDayRow,
  TrainerRow,
} from './overview.tables.js';

const placeOf = ({ organisation }: PublishedEvent) => ({ service: organisation.service ?? null, region: organisation.region ?? null });

export const peopleRows: Handlers = {
  ServiceUnitRegistered: ({ serviceId, name, region }: DataOf<typeof serviceUnitRegistered>, _, rows) =>
    rows.put(ServiceUnitRow, ['serviceId'], { serviceId, name, region }),
  // Registered for the pilot, without dates: employed since ever, and still.
  CaseworkerRegistered: ({ personId, serviceId }: DataOf<typeof caseworkerRegistered>, event, rows) =>
    rows.put(PositionRow, ['positionId', 'ownerServiceId', 'service'], {
      ...{ positionId: `pilot ${personId}`, ownerServiceId: serviceId, service: serviceId, personId, region: event.organisation.region ?? null },
      ...{ role: 'caseworker', from: null, to: null },
    }),
  SessionHeld: ({ sessionId, targetGroup, heldOn }: DataOf<typeof sessionHeld>, _, rows) =>
    rows.put(SessionRow, ['sessionId'], { sessionId, targetGroup, heldOn }),
  SessionAttendanceRecorded: (data: DataOf<typeof sessionAttendanceRecorded>, event, rows) =>
    rows.put(SessionAttendanceRow, ['personId', 'sessionId'], { ...data, ...placeOf(event) }),
  SessionAttendanceCorrected: ({ reason: _, ...data }: DataOf<typeof sessionAttendanceCorrected>, event, rows) =>
    rows.put(SessionAttendanceRow, ['personId', 'sessionId'], { ...data, ...placeOf(event) }),
  TrainerQualified: ({ trainerId, programmeId, moduleIds }: DataOf<typeof trainerQualified>, { occurredAt }, rows) =>
    rows.put(TrainerRow, ['personId', 'programmeId'], { personId: trainerId, programmeId, moduleIds, since: occurredAt }),
  TrainerCapacitySet: ({ trainerId, ...capacity }: DataOf<typeof trainerCapacitySet>, _, rows) =>
    rows.put(TrainerCapacityRow, ['personId', 'year'], { personId: trainerId, ...capacity }),
  TrainerBooked: async ({ trainerId, gatheringId, region, days, travelDays }: DataOf<typeof trainerBooked>, _, rows) => {
    await rows.remove(TrainerDayRow, { personId: trainerId, gatheringId });
    for (const [dates, travel] of [[days, false], [travelDays, true]] as const) {
      for (const date of dates) rows.put(TrainerDayRow, ['personId', 'date'], { personId: trainerId, date, gatheringId, region, travel });
    }
  },
  TrainerReleased: ({ trainerId, gatheringId }: DataOf<typeof trainerReleased>, _, rows) =>
    rows.remove(TrainerDayRow, { personId: trainerId, gatheringId }),
  CertificateAwarded: (data: DataOf<typeof certificateAwarded>, event, rows) => {
    const { code, personId, programmeId, curriculumVersion, awardedOn, validUntil } = data;
    const known = { code, programmeId, awardedOn, validUntil, revokedOn: null };
    rows.put(CertificateRow, ['code'], { ...known, personId, curriculumVersion, ...placeOf(event), revokedFor: null });
    rows.put(CertificateCodeRow, ['code'], known);
  },
  CertificateRevoked: async ({ code, reason }: DataOf<typeof certificateRevoked>, { occurredAt }, rows) => {
    const revokedOn = calendarDateOf(occurredAt);
    await rows.change(CertificateRow, { code }, { revokedOn, revokedFor: reason });
    await rows.change(CertificateCodeRow, { code }, { revokedOn });
  },
  SupervisorQualified: ({ personId, programmeId, earlier }: DataOf<typeof supervisorQualified>, event, rows) =>
    rows.put(SupervisorRow, ['personId', 'programmeId'], { personId, programmeId, earlier, ...placeOf(event), since: event.occurredAt }),
  CalendarFeedOpened: (data: DataOf<typeof calendarFeedOpened>, _, rows) => rows.put(CalendarFeedRow, ['personId'], { ...data }),
  CalendarFeedClosed: ({ personId }: DataOf<typeof calendarFeedClosed>, _, rows) =>
    rows.put(CalendarFeedRow, ['personId'], { personId, tokenHash: null }),
};
