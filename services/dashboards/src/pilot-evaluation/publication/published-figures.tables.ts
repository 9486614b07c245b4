import { RowsOf } from '@riggen/projections';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One cell of what is published of the weekly surveys: a unit, a period and a group (the survey) by measure. Written once, at a
 * publication, after disclosure control: of a hidden cell nothing but the reason is here. A reader, an export or a chart that has
 * this table alone cannot go round it.
 */
@Entity('published_figure')
@RowsOf('figures')
export class PublishedFigureRow {
  /** The number of the publication that made the cell. */
  @PrimaryColumn({ type: 'integer' })
  publication!: number;

  @PrimaryColumn({ type: 'text' })
  level!: 'nation' | 'region' | 'service';

  /** The key of the region or service; `nation`. */
  @PrimaryColumn({ type: 'text' })
  unit!: string;

  /** A month, or all until the end of one: `2022-06`, `../2022-06`. */
  @PrimaryColumn({ type: 'text' })
  period!: string;

  @PrimaryColumn({ type: 'text' })
  survey!: string;

  @PrimaryColumn({ type: 'text' })
  measure!: string;

  @Column({ type: 'text', nullable: true })
  service!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  @Column({ type: 'double precision', nullable: true })
  value!: number | null;

  @Column({ type: 'integer', nullable: true })
  n!: number | null;

  @Column({ type: 'text', nullable: true })
  hidden!: 'few' | 'protects' | null;

  /** The last publication whose answers are in the figure: newer ones wait until five people are behind them. */
  @Column({ type: 'integer' })
  includes!: number;
}

/** The evaluation of one gathering, published once. Gatherings with fewer evaluations are in no table that is read. */
@Entity('published_evaluation')
@RowsOf('figures')
export class PublishedEvaluationRow {
  @PrimaryColumn({ type: 'text' })
  gatheringId!: string;

  /** A gathering is of no single service or region: the row is the nation's. */
  @Column({ type: 'text', nullable: true })
  service?: string | null;

  @Column({ type: 'text', nullable: true })
  region?: string | null;

  @Column({ type: 'integer' })
  evaluations!: number;

  /** For each scale the sum of the scores and how many gave one; null where these were too few. */
  @Column({ type: 'jsonb' })
  scores!: Record<string, { sum: number; n: number } | null>;
}
