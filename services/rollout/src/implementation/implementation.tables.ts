import { RowsOf } from '@riggen/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Implementation, Spell } from './implementation.js';

/** A programme in a service, as its events give it. `spells` stands beside the state, for what counts over many services. */
@RowsOf('organisation')
@Entity('implementation')
export class ImplementationRow {
  @PrimaryColumn({ type: 'text' })
  service!: string;

  @PrimaryColumn({ type: 'text' })
  programmeId!: string;

  @Column({ type: 'text' })
  region!: string;

  @Column({ type: 'jsonb' })
  spells!: Spell[];

  @Column({ type: 'jsonb' })
  state!: Implementation;
}
