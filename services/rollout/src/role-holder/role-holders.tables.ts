import { RowsOf } from '@riggen/projections';
import type { Role, Unit } from '@riggen/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('role_holding')
@RowsOf('roles')
@Index(['service'])
@Index(['region'])
export class RoleHoldingRow {
  @PrimaryColumn({ type: 'text' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  holdingId!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text' })
  level!: Unit['level'];

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  group!: string | null;

  @Column({ type: 'date' })
  from!: string;

  /** The first day without the role. */
  @Column({ type: 'date', nullable: true })
  until!: string | null;

  @Column({ type: 'text' })
  givenBy!: string;

  @Column({ type: 'timestamptz' })
  givenAt!: string;
}

@Entity('sign_in')
@RowsOf('accounts')
export class SignInRow {
  @PrimaryColumn({ type: 'text' })
  identity!: string;

  @Column({ type: 'text' })
  personId!: string;
}
