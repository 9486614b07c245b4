import type { sessionHeld } from '@riggen/contracts';
import { RowsOf } from '@riggen/projections';
import type { DataOf } from '@riggen/service';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AttendanceStatus } from '../session.js';

type Log = DataOf<typeof sessionHeld>;

/** Somebody's attendance as it is now; the reason where it was corrected. */
export interface Attendance {
  personId: string;
  status: AttendanceStatus;
  correctedFor: string | null;
}

/** A session of a service's group, with who attended. The pilot's have no service, and are not shown to anybody. */
@Entity('session')
@RowsOf('trainee')
@Index(['service', 'group', 'heldOn'])
export class SessionRow {
  @PrimaryColumn({ type: 'text' }) sessionId!: string;
  @Column({ type: 'text' }) service!: string;
  @Column({ type: 'text', nullable: true }) region!: string | null;
  @Column({ type: 'text' }) group!: string;
  @Column({ type: 'text' }) targetGroup!: Log['targetGroup'];
  @Column({ type: 'integer', nullable: true }) phase!: number | null;
  @Column({ type: 'integer' }) number!: number;
  @Column({ type: 'date' }) heldOn!: string;
  @Column({ type: 'integer' }) minutes!: number;
  @Column({ type: 'text' }) format!: Log['format'];
  @Column({ type: 'boolean' }) skillsPractised!: boolean;
  @Column({ type: 'boolean' }) caseDiscussed!: boolean;
  @Column({ type: 'jsonb' }) attendance!: Attendance[];
}
