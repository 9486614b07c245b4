import { RowsOf } from '@riggen/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeFacts, NoticeKind, PlaceState } from './notice.js';

/** A notice and what became of it. */
@Entity('notice')
@RowsOf('person')
@Index(['state', 'at'])
export class NoticeRow {
  @PrimaryColumn({ type: 'text' })
  noticeId!: string;

  @Column({ type: 'text' })
  personId!: string;

  @Column({ type: 'text' })
  kind!: NoticeKind;

  @Column({ type: 'jsonb' })
  facts!: NoticeFacts;

  /** When the event that it is about was recorded. */
  @Column({ type: 'timestamptz' })
  at!: string;

  @Column({ type: 'text' })
  state!: 'waiting' | 'sent' | 'given-up';

  @Column({ type: 'text', nullable: true })
  channel!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: string | null;
}

/** A gathering as notices speak of it, with those whom a change of it concerns. */
@Entity('notice_gathering')
@RowsOf('internal')
export class NoticeGatheringRow {
  @PrimaryColumn({ type: 'text' })
  gatheringId!: string;

  @Column({ type: 'jsonb' })
  dates!: string[];

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'jsonb' })
  people!: Record<string, PlaceState>;

  @Column({ type: 'jsonb' })
  trainers!: string[];
}
