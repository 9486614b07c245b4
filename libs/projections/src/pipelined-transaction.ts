import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * Runs statements in one transaction and sends each without waiting for those before: in a process that has much to do, an
 * answer that is waited for costs a turn behind all else. The tables' connections must be opened with `pipeline`. `work` begins
 * all at once; when all are over, it is committed if all went well and `mayCommit` says so. Gives whether it was; throws what
 * the first threw.
 */
export async function pipelinedTransaction(
  tables: DataSource,
  work: (rows: EntityManager) => Promise<void>[],
  mayCommit: () => boolean,
): Promise<boolean> {
  const runner = tables.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.ClientBase;
    Object.assign(runner, { isTransactionActive: true }); // TypeORM begins none of its own inside
    const outcomes = await Promise.allSettled([client.query('begin'), ...work(runner.manager)]);
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (!failure && mayCommit()) {
      await client.query('commit');
      return true;
    }
    await client.query('rollback').catch(() => {}); // a connection that broke has nothing to take back
    if (failure) throw failure.reason;
    return false;
  } finally {
    await runner.release();
  }
}
