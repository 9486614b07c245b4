import type { PageOf } from '@riggen/contracts';
import type { EntityManager } from 'typeorm';

/**
 * Answers one page of a list. `sql` selects the whole list in its order, with parameters from `$1` on; the count comes with the
 * same statement, and of its own when the page is past the end.
 */
export async function pageFrom<Item extends object>(
  tables: EntityManager,
  { page, size }: { page: number; size: number },
  sql: { with?: string; select: string; orderBy: string; parameters: unknown[] },
): Promise<PageOf<Item>> {
  const { select, orderBy, parameters } = sql;
  const list = `${sql.with ? `with ${sql.with},` : 'with'} list as (${select})`;
  const limits = `limit $${parameters.length + 1} offset $${parameters.length + 2}`;
  const rows: (Item & { total: number })[] = await tables.query(
    `${list} select list.*, (select count(*)::int from list) as total from list order by ${orderBy} ${limits}`,
    [...parameters, size, (page - 1) * size],
  );
  const total = rows[0]?.total ?? (page > 1 ? await countOf(tables, list, parameters) : 0);
  return { items: rows.map(({ total: _, ...item }) => item as unknown as Item), total, page, size };
}

async function countOf(tables: EntityManager, list: string, parameters: unknown[]): Promise<number> {
  const [counted]: { total: number }[] = await tables.query(`${list} select count(*)::int as total from list`, parameters);
  return counted!.total;
}
