import pg from 'pg';

/** A query whose rows stay as the server sends them, columns as texts: taking a result apart costs as much as reading its events. */
class TextRowsQuery extends pg.Query {
  private readonly textRows: string[][] = [];

  constructor(config: pg.QueryConfig, done: (error: Error | null | undefined, rows: string[][]) => void) {
    super(config, undefined, (error: Error | null | undefined) => done(error, this.textRows));
  }

  /** Called by the client with each row. */
  handleDataRow({ fields }: { fields: string[] }): void {
    this.textRows.push(fields);
  }
}

/** Runs a query and gives the texts of its columns, row by row; no column may be null. */
export async function textRows(pool: pg.Pool, config: pg.QueryConfig): Promise<string[][]> {
  const client = await pool.connect();
  return new Promise((resolve, reject) => {
    client.query(
      new TextRowsQuery(config, (error, rows) => {
        client.release(error ?? undefined);
        if (error) reject(error);
        else resolve(rows);
      }),
    );
  });
}
