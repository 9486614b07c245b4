import type { Person } from '@riggen/contracts';
import { RowsOf } from '@riggen/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person of the staff. The only table in which names stand; they are null once the person is erased. */
@Entity('person')
@RowsOf('person')
export class PersonRow {
  @PrimaryColumn({ type: 'text' })
  personId!: string;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  @Index()
  @Column({ type: 'text', nullable: true })
  workEmail!: string | null;

  @Column({ type: 'text', nullable: true })
  workPhone!: string | null;

  @Column({ type: 'text' })
  language!: Person['language'];

  @Column({ type: 'jsonb', nullable: true })
  erased!: Person['erased'];
}
