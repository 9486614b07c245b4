import { RowsOf } from '@riggen/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One thing that is said of a service: what it is from a day, or that others carry it on. */
@RowsOf('open')
@Entity('organisation_statement')
export class StatementRow {
  @PrimaryColumn({ type: 'text', collation: 'C' })
  position!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'jsonb' })
  data!: object;

  @Column({ type: 'text', nullable: true })
  marking!: string | null;
}

/** A position as it is known now, under the service that it was opened in and the one that has it after all successions. */
@RowsOf('person')
@Entity('position')
export class PositionRow {
  @PrimaryColumn({ type: 'text' })
  ownerServiceId!: string;

  @PrimaryColumn({ type: 'text' })
  positionId!: string;

  @Index()
  @Column({ type: 'text' })
  service!: string;

  @Column({ type: 'text' })
  region!: string;

  @Index()
  @Column({ type: 'text' })
  personId!: string;

  @Column({ type: 'text' })
  role!: string;

  @Column({ type: 'date' })
  from!: string;

  @Column({ type: 'date', nullable: true })
  to!: string | null;

  @Column({ type: 'smallint', nullable: true })
  percentage!: number | null;
}
