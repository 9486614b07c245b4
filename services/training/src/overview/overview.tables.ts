import { RowsOf } from '@riggen/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A module of a version of a curriculum, in its order. */
@Entity('curriculum_module')
@RowsOf('open')
export class CurriculumModuleRow {
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @PrimaryColumn({ type: 'text' }) moduleId!: string;
  @Column({ type: 'integer' }) order!: number;
  @Column({ type: 'text', array: true }) compulsoryFor!: string[];
}

@Entity('curriculum')
@RowsOf('open')
export class CurriculumRow {
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @Column({ type: 'date' }) validFrom!: string;
  @Column({ type: 'jsonb' }) definition!: object;
}

/** What a gathering of the pilot, by its number in the course, gave of a curriculum. */
@Entity('curriculum_earlier')
@RowsOf('open')
export class CurriculumEarlierRow {
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @PrimaryColumn({ type: 'integer' }) version!: number;
  @PrimaryColumn({ type: 'text' }) moduleId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
  @Column({ type: 'text' }) targetGroup!: string;
}

@Entity('cohort')
@RowsOf('open')
export class CohortRow {
  @PrimaryColumn({ type: 'text' }) cohortId!: string;
  @Column({ type: 'text' }) programmeId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) region!: string;
  @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) physicalFrom!: string;
  @Column({ type: 'date' }) endsOn!: string;
}

@Entity('cohort_service')
@RowsOf('open')
export class CohortServiceRow {
  @PrimaryColumn({ type: 'text' }) cohortId!: string;
  @PrimaryColumn({ type: 'text' }) serviceId!: string;
}

/** `held`: before Riggen, day by day. `earlier`: of the pilot, attended as a whole. */
@Entity('gathering')
@RowsOf('open')
export class GatheringRow {
  @PrimaryColumn({ type: 'text' }) gatheringId!: string;
  @Column({ type: 'text' }) status!: 'planned' | 'published' | 'cancelled' | 'held' | 'earlier';
  @Column({ type: 'text', nullable: true }) programmeId!: string | null;
  @Column({ type: 'integer', nullable: true }) curriculumVersion!: number | null;
  @Column({ type: 'text', nullable: true }) cohortId!: string | null;
  @Index() @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text', nullable: true }) targetGroup!: string | null;
  @Column({ type: 'integer', nullable: true }) number!: number | null;
  @Index() @Column({ type: 'date' }) startsOn!: string;
  @Column({ type: 'date' }) endsOn!: string;
  @Column({ type: 'integer' }) days!: number;
  @Column({ type: 'integer', nullable: true }) capacity!: number | null;
  @Column({ type: 'text', nullable: true }) cancelReason!: string | null;
  /** The version of the stream, which an editor names. */
  @Column({ type: 'integer' }) version!: number;
  @Column({ type: 'integer', default: 0 }) placed!: number;
  @Column({ type: 'integer', default: 0 }) offered!: number;
  @Column({ type: 'integer', default: 0 }) waiting!: number;
}

@Entity('gathering_day')
@RowsOf('open')
export class GatheringDayRow {
  @PrimaryColumn({ type: 'text' }) gatheringId!: string;
  @PrimaryColumn({ type: 'date' }) date!: string;
  @Column({ type: 'text', nullable: true }) from!: string | null;
  @Column({ type: 'text', nullable: true }) to!: string | null;
  @Column({ type: 'text' }) format!: string;
  @Column({ type: 'text', nullable: true }) place!: string | null;
  @Column({ type: 'text', nullable: true }) link!: string | null;
}

@Entity('gathering_module')
@RowsOf('open')
export class GatheringModuleRow {
  @PrimaryColumn({ type: 'text' }) gatheringId!: string;
  @PrimaryColumn({ type: 'text' }) moduleId!: string;
}

/** Somebody who has, is offered or waits for a place, or had. `since` orders the line. */
@Entity('place')
@RowsOf('trainee')
export class PlaceRow {
  @PrimaryColumn({ type: 'text' }) gatheringId!: string;
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @Column({ type: 'text' }) groupId!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) status!: 'placed' | 'offered' | 'waiting' | 'declined' | 'expired' | 'cancelled';
  @Index() @Column({ type: 'timestamptz', nullable: true }) until!: string | null;
  @Column({ type: 'text', collation: 'C' }) since!: string;
}

/** A person's day at a gathering as it is now; what it was before stands in the history. The pilot's have no day. */
@Entity('attendance')
@RowsOf('trainee')
export class AttendanceRow {
  @PrimaryColumn({ type: 'text' }) gatheringId!: string;
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'date' }) date!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', nullable: true }) madeUpBy!: string | null;
}

@Entity('attendance_history')
@RowsOf('trainee')
export class AttendanceHistoryRow {
  @PrimaryColumn({ type: 'text', collation: 'C' }) position!: string;
  @Index() @Column({ type: 'text' }) gatheringId!: string;
  @Column({ type: 'text' }) personId!: string;
  @Column({ type: 'date' }) date!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) what!: 'recorded' | 'corrected' | 'made_up';
  @Column({ type: 'text', nullable: true }) status!: string | null;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'timestamptz' }) recordedAt!: string;
}

@Entity('session')
@RowsOf('open')
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) sessionId!: string;
  @Column({ type: 'text' }) targetGroup!: string;
  @Column({ type: 'date' }) heldOn!: string;
}

@Entity('session_attendance')
@RowsOf('trainee')
export class SessionAttendanceRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) sessionId!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) status!: string;
}

/** What somebody may teach of a programme. */
@Entity('trainer')
@RowsOf('open')
export class TrainerRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @Column({ type: 'text', array: true }) moduleIds!: string[];
  @Column({ type: 'timestamptz' }) since!: string;
}

@Entity('trainer_capacity')
@RowsOf('open')
export class TrainerCapacityRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @Column({ type: 'text' }) region!: string;
  @Column({ type: 'integer' }) days!: number;
}

@Entity('trainer_day')
@RowsOf('open')
export class TrainerDayRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'date' }) date!: string;
  @Index() @Column({ type: 'text' }) gatheringId!: string;
  @Column({ type: 'text' }) region!: string;
  @Column({ type: 'boolean' }) travel!: boolean;
}

@Entity('certificate')
@RowsOf('trainee')
export class CertificateRow {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Index() @Column({ type: 'text' }) personId!: string;
  @Column({ type: 'text' }) programmeId!: string;
  @Column({ type: 'integer' }) curriculumVersion!: number;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'date' }) awardedOn!: string;
  @Column({ type: 'date' }) validUntil!: string;
  @Column({ type: 'date', nullable: true }) revokedOn!: string | null;
  @Column({ type: 'text', nullable: true }) revokedFor!: string | null;
}

/** What anyone may know of a certificate by its code: no person in it. */
@Entity('certificate_code')
@RowsOf('open')
export class CertificateCodeRow {
  @PrimaryColumn({ type: 'text' }) code!: string;
  @Column({ type: 'text' }) programmeId!: string;
  @Column({ type: 'date' }) awardedOn!: string;
  @Column({ type: 'date' }) validUntil!: string;
  @Column({ type: 'date', nullable: true }) revokedOn!: string | null;
}

@Entity('supervisor')
@RowsOf('trainee')
export class SupervisorRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'boolean' }) earlier!: boolean;
  @Column({ type: 'timestamptz' }) since!: string;
}

@Entity('calendar_feed')
@RowsOf('open')
export class CalendarFeedRow {
  @PrimaryColumn({ type: 'text' }) personId!: string;
  @Index() @Column({ type: 'text', nullable: true }) tokenHash!: string | null;
}

/** That somebody is employed in a service, as it is on each day: from the first to the last day; without `from`, since ever. */
@Entity('position')
@RowsOf('trainee')
export class PositionRow {
  @PrimaryColumn({ type: 'text' }) positionId!: string;
  /** The service that it was opened in. */
  @PrimaryColumn({ type: 'text' }) ownerServiceId!: string;
  @Index() @PrimaryColumn({ type: 'text' }) service!: string;
  @Index() @Column({ type: 'text' }) personId!: string;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'date', nullable: true }) from!: string | null;
  @Column({ type: 'date', nullable: true }) to!: string | null;
}

/** That a service, or one position of it, is carried on by another from a day. */
@Entity('succession')
@RowsOf('open')
export class SuccessionRow {
  @PrimaryColumn({ type: 'text' }) service!: string;
  @PrimaryColumn({ type: 'text' }) positionId!: string;
  @Column({ type: 'date' }) from!: string;
  @Column({ type: 'text' }) successor!: string;
}

/** A service and the region that follows it up. */
@Entity('service_unit')
@RowsOf('open')
export class ServiceUnitRow {
  @PrimaryColumn({ type: 'text' }) serviceId!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) region!: string;
}

/**
 * One cell of what is published of coverage: a unit at the end of a month, in a programme. Written once, at a publication, after
 * disclosure control: of what is hidden nothing but the reason is here.
 */
@Entity('published_coverage')
@RowsOf('figures')
export class PublishedCoverageRow {
  /** The number of the publication that made the cell. */
  @PrimaryColumn({ type: 'integer' }) publication!: number;
  @PrimaryColumn({ type: 'text' }) programmeId!: string;
  @PrimaryColumn({ type: 'text' }) level!: 'nation' | 'region' | 'service';
  /** The key of the region or service; `nation`. */
  @PrimaryColumn({ type: 'text' }) unit!: string;
  @Column({ type: 'text', nullable: true }) service!: string | null;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  /** The last day of the month. */
  @Column({ type: 'date' }) on!: string;
  @Column({ type: 'integer', nullable: true }) employed!: number | null;
  @Column({ type: 'integer', nullable: true }) trained!: number | null;
  @Column({ type: 'text', nullable: true }) hidden!: 'few' | 'protects' | null;
}

export const overviewTables = [
  ...[CurriculumModuleRow, CurriculumRow, CurriculumEarlierRow, CohortRow, CohortServiceRow, GatheringRow, GatheringDayRow],
  ...[GatheringModuleRow, PlaceRow, AttendanceRow, AttendanceHistoryRow, SessionRow, SessionAttendanceRow, TrainerRow],
  ...[TrainerCapacityRow, TrainerDayRow, CertificateRow, CertificateCodeRow, SupervisorRow, CalendarFeedRow, PositionRow, SuccessionRow, ServiceUnitRow, PublishedCoverageRow],
];
