import { upsert } from '@riggen/projections';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

interface Buffered {
  keys: string[];
  rows: ObjectLiteral[];
}

/** Gathers the rows of a batch and writes them together; what changes rows in part is done after those before it. */
export class RowsWriter {
  private readonly buffered = new Map<EntityTarget<ObjectLiteral>, Buffered>();

  constructor(private readonly manager: EntityManager) {}

  /** Writes a whole row; the last one of a key wins. */
  put<Row extends ObjectLiteral>(entity: EntityTarget<Row>, keys: (keyof Row & string)[], row: Row): void {
    const target = entity as EntityTarget<ObjectLiteral>;
    const buffered = this.buffered.get(target) ?? { keys, rows: [] };
    buffered.rows.push(row);
    this.buffered.set(target, buffered);
  }

  async change<Row extends ObjectLiteral>(entity: EntityTarget<Row>, where: Partial<Row>, values: Partial<Row>): Promise<void> {
    await this.flush();
    await this.manager.update(entity, where, values);
  }

  async remove<Row extends ObjectLiteral>(entity: EntityTarget<Row>, where: Partial<Row>): Promise<void> {
    await this.flush();
    await this.manager.delete(entity, where);
  }

  /** The tables with everything written so far, for what must read them. */
  async written(): Promise<EntityManager> {
    await this.flush();
    return this.manager;
  }

  async flush(): Promise<void> {
    for (const [entity, { keys, rows }] of this.buffered) await upsert(this.manager, entity, keys, rows);
    this.buffered.clear();
  }
}
