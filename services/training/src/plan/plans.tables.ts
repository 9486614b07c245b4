import type { getPlan } from '@riggen/contracts';
import { RowsOf } from '@riggen/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { z } from 'zod';

type Plan = NonNullable<z.infer<typeof getPlan.output>['plan']>;

/** A version of a region's plan as it was proposed. */
@Entity('plan')
@RowsOf('organisation')
export class PlanRow {
  @PrimaryColumn({ type: 'text' })
  region!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'jsonb' })
  plan!: Plan;
}
