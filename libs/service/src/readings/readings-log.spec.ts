import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@riggen/event-store';
import { readerRole } from '@riggen/projections';
import { randomUUID } from 'node:crypto';
import { freshDatabase } from '../../../../tools/jest/servers.js';
import { type Reading, ReadingsLog } from './readings-log.js';

const daysKept = 30;
const reading = (query: string): Reading => ({
  caller: { kind: 'person', id: 'leader', grants: [{ role: 'local_leader', unit: { level: 'service', service: 's1', region: 'vest' } }] },
  ...{ query, purpose: 'to reach a colleague', subject: { service: 's1', region: 'vest', person: 'p1' }, correlationId: randomUUID() },
});

describe('the log of readings', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let log: ReadingsLog;
  const errors: unknown[] = [];
  const open = () => ReadingsLog.open(database.url, daysKept, (error) => errors.push(error));
  const sql = (text: string, role?: string) =>
    withClient(database.url, async (client) => {
      if (role) await client.query(`set role ${role}`);
      return (await client.query<{ query: string }>(text)).rows;
    });
  const logged = async () => (await sql('select query from readings.reading order by id')).map(({ query }) => query);

  beforeAll(async () => {
    database = await freshDatabase();
    log = await open();
    await log.add(reading('rollout/person'));
  });
  afterAll(async () => {
    await log.close();
    await database.drop();
    expect(errors).toEqual([]);
  });

  it('holds who read what of whom, where, when and what for', async () => {
    expect(await sql('select reader_kind, reader, roles, query, purpose, region, service, person, at <= now() as is_past from readings.reading')).toEqual([
      {
        ...{ reader_kind: 'person', reader: 'leader', roles: ['local_leader'], query: 'rollout/person', purpose: 'to reach a colleague' },
        ...{ region: 'vest', service: 's1', person: 'p1', is_past: true },
      },
    ]);
  });

  it.each([
    ['the role that writes it', 'riggen_readings', 'permission denied'],
    ['the role that queries run as', readerRole, 'permission denied'],
    ['its owner', undefined, 'readings are added, and never changed'],
  ])('is changed, deleted and emptied by nobody: not by %s', async (_, role, refusal) => {
    for (const change of ["update readings.reading set reader = 'x'", 'delete from readings.reading', 'truncate readings.reading']) {
      await expect(sql(change, role)).rejects.toThrow(refusal);
    }
    expect(await logged()).toEqual(['rollout/person']);
  });

  it('is neither read nor made to forget by the role that writes it, and not written by queries', async () => {
    await expect(sql('select query from readings.reading', 'riggen_readings')).rejects.toThrow('permission denied');
    await expect(sql('select readings.expire(0)', 'riggen_readings')).rejects.toThrow('permission denied');
    await expect(sql('select readings.expire(0)', readerRole)).rejects.toThrow('permission denied');
    const insert = "insert into readings.reading (reader_kind, reader, roles, query, purpose, correlation_id) values ('person', 'x', '{}', 'x', 'x', gen_random_uuid())";
    await expect(sql(insert, readerRole)).rejects.toThrow('permission denied');
    expect(await sql('select query from readings.reading', readerRole)).toEqual([]); // no auditor asks
  });

  it('says so when a reading cannot be logged', async () => {
    await sql('revoke insert on readings.reading from riggen_readings');
    await expect(log.add(reading('rollout/people'))).rejects.toThrow('permission denied');
    await sql('grant insert on readings.reading to riggen_readings');
  });

  it('keeps readings for as many days as are asked for, and not longer', async () => {
    await sql(`insert into readings.reading (at, reader_kind, reader, roles, query, purpose, correlation_id)
      select now() - make_interval(days => days), 'person', 'x', '{}', days || ' days ago', 'x', gen_random_uuid() from unnest(array[${daysKept + 1}, ${daysKept - 1}]) days`);
    expect(await logged()).toEqual(['rollout/person', '31 days ago', '29 days ago']);
    await (await open()).close();
    expect(await logged()).toEqual(['rollout/person', '29 days ago']);
  });
});
