import type { ServiceHost } from '@riggen/service';

/** What one sheet of a form holds: the scores, and nothing of who or when. */
export type Sheet = Record<string, number>;

/**
 * Where the sheets of a form lie until it closes. An event of its own for each sheet would tell when it was given, by its id, its
 * time and its place among other events; so none is made before all are there. The sheets of a gathering are one value in one row,
 * sorted by what stands on them: the row keeps neither times nor order. `given` holds the ids that sheets were sent with, sorted too
 * and tied to none of them, so that a sheet that is sent twice counts once.
 */
export class BallotBox {
  private tables!: ServiceHost['tables'];

  /** Takes the service's database into use, and makes the table where it is missing. */
  async openIn(tables: ServiceHost['tables']): Promise<void> {
    this.tables = tables;
    await tables.query(`
      create table if not exists feedback.ballot_box (
        gathering text primary key, closes_at timestamptz not null, is_sealed boolean not null default false,
        sheets jsonb not null default '[]', given jsonb not null default '[]')`);
  }

  /** Puts a sheet in. `sealed`: it came too late; `known`: it is there already. */
  async put(gathering: string, closesAt: string, id: string, sheet: Sheet): Promise<'in' | 'known' | 'sealed'> {
    return this.tables.transaction(async (tables) => {
      await tables.query('insert into feedback.ballot_box (gathering, closes_at) values ($1, $2) on conflict do nothing', [gathering, closesAt]);
      const [box]: { is_sealed: boolean; is_known: boolean }[] = await tables.query(
        'select is_sealed, given ? $2 as is_known from feedback.ballot_box where gathering = $1 for update',
        [gathering, id],
      );
      if (box!.is_known) return 'known';
      if (box!.is_sealed) return 'sealed';
      const sorted = (array: string) => `(select coalesce(jsonb_agg(e order by e), '[]') from jsonb_array_elements(${array}) e)`;
      await tables.query(
        `update feedback.ballot_box set sheets = ${sorted('sheets || jsonb_build_array($2::jsonb)')}, given = ${sorted('given || to_jsonb($3::text)')}
         where gathering = $1`,
        [gathering, JSON.stringify(sheet), id],
      );
      return 'in';
    });
  }

  /** Lets no more sheets in and gives those that are there; again the same ones, until it is emptied. */
  async seal(gathering: string): Promise<Sheet[]> {
    await this.tables.query('update feedback.ballot_box set is_sealed = true where gathering = $1', [gathering]);
    const rows: { sheets: Sheet[] }[] = await this.tables.query('select sheets from feedback.ballot_box where gathering = $1', [gathering]);
    return rows[0]?.sheets ?? [];
  }

  /** Forgets the sheets once they are recorded; the box stays, sealed. */
  async empty(gathering: string): Promise<void> {
    await this.tables.query(`update feedback.ballot_box set sheets = '[]', given = '[]' where gathering = $1 and is_sealed`, [gathering]);
  }

  /** Gatherings whose form has closed and whose sheets are still here: not recorded, or not yet forgotten. */
  async due(): Promise<string[]> {
    const rows: { gathering: string }[] = await this.tables.query(
      `select gathering from feedback.ballot_box where is_sealed and sheets <> '[]' or not is_sealed and closes_at <= now() order by gathering limit 100`,
    );
    return rows.map(({ gathering }) => gathering);
  }
}
