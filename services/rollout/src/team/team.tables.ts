import type { listTeams } from '@riggen/contracts';
import { RowsOf } from '@riggen/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Listed = z.infer<typeof listTeams.output>['items'][number];

/** A team in one of the places that it works for: services that share one each have a row, so that each sees it. */
@RowsOf('organisation')
@Entity('team')
export class TeamRow {
  @PrimaryColumn({ type: 'text' })
  teamId!: string;

  /** The service, else the region, else `nation`. */
  @PrimaryColumn({ type: 'text' })
  place!: string;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: Listed['region'];

  @Column({ type: 'text' })
  level!: Listed['level'];

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  services!: string[];

  @Column({ type: 'jsonb' })
  members!: Listed['members'];

  @Column({ type: 'date' })
  from!: string;

  @Column({ type: 'integer' })
  version!: number;
}
