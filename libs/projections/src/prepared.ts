import { hash } from 'node:crypto';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement that its connection keeps prepared, and gives its rows: to parse and plan one that is run again and again
 * costs as much as to run it. For statements of which there are few: a connection keeps them until it ends.
 */
export async function runPrepared<Row extends object>(manager: EntityManager, text: string, values: unknown[]): Promise<Row[]> {
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    return (await client.query<Row>({ name: hash('md5', text), text, values })).rows;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}
