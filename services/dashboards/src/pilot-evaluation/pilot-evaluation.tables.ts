import { RowsOf } from '@riggen/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Raw, as are answers, evaluations and attendance: for the study's own report, and for what is published of them. */
@Entity('pilot_invitation')
@RowsOf('study')
export class InvitationRow {
  @PrimaryColumn({ type: 'text' })
  invitationId!: string;

  @Column({ type: 'text' })
  survey!: string;

  @Column({ type: 'text' })
  personId!: string;

  @Column({ type: 'smallint' })
  phase!: number;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  /** The month in which it was sent, YYYY-MM. */
  @Column({ type: 'text' })
  month!: string;

  /** The publication that it is in; none yet while its month is open. */
  @Index()
  @Column({ type: 'integer', nullable: true })
  publication?: number | null;
}

/** One answer; the questions that the pilot's figures rest on, as they were answered. */
@Entity('pilot_response')
@RowsOf('study')
export class ResponseRow {
  @PrimaryColumn({ type: 'text' })
  invitationId!: string;

  @PrimaryColumn({ type: 'text' })
  responseId!: string;

  @Column({ type: 'boolean' })
  hadContact!: boolean;

  @Column({ type: 'jsonb' })
  answers!: object;

  /** The month in which it was given, YYYY-MM in Norway. */
  @Column({ type: 'text' })
  month!: string;

  /** The publication that it is in; none yet while its month is open. */
  @Index()
  @Column({ type: 'integer', nullable: true })
  publication?: number | null;
}

@Entity('pilot_gathering')
@RowsOf('study')
export class GatheringRow {
  @PrimaryColumn({ type: 'text' })
  gatheringId!: string;

  /** The place of its first event in the store: the order in which gatherings were made known. */
  @Column({ type: 'text', collation: 'C' })
  madeKnownAt!: string;

  /** The list that it stood in, and its line there, where it came from a list. */
  @Column({ type: 'text', nullable: true })
  list!: string | null;

  @Column({ type: 'integer', nullable: true })
  line!: number | null;

  @Column({ type: 'smallint' })
  phase!: number;

  @Column({ type: 'text' })
  targetGroup!: string;

  @Column({ type: 'smallint' })
  number!: number;

  @Column({ type: 'text' })
  format!: string;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date' })
  endsOn!: string;
}

@Entity('pilot_attendance')
@RowsOf('study')
export class AttendanceRow {
  @PrimaryColumn({ type: 'text' })
  gatheringId!: string;

  @PrimaryColumn({ type: 'text' })
  personId!: string;

  @Column({ type: 'text' })
  status!: string;
}

@Entity('pilot_gathering_evaluation')
@RowsOf('study')
export class GatheringEvaluationRow {
  @PrimaryColumn({ type: 'text' })
  evaluationId!: string;

  @Index()
  @Column({ type: 'text' })
  gatheringId!: string;

  @Column({ type: 'jsonb' })
  scores!: object;
}

@Entity('pilot_session')
@RowsOf('study')
export class SessionRow {
  @PrimaryColumn({ type: 'text' })
  sessionId!: string;

  @Column({ type: 'text' })
  groupId!: string;

  @Column({ type: 'text' })
  targetGroup!: string;

  @Column({ type: 'smallint' })
  phase!: number;

  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ type: 'boolean' })
  skillsPractised!: boolean;
}

@Entity('pilot_session_attendance')
@RowsOf('study')
export class SessionAttendanceRow {
  @PrimaryColumn({ type: 'text' })
  sessionId!: string;

  @PrimaryColumn({ type: 'text' })
  personId!: string;

  @Column({ type: 'text' })
  status!: string;
}

/** That some of the data are reconstructed or synthetic. */
@Entity('pilot_marking')
@RowsOf('study')
export class MarkingRow {
  @PrimaryColumn({ type: 'text' })
  marking!: string;
}
