import type { Subject } from '@riggen/access';
import type { Caller } from '@riggen/contracts';
import { openPool, withClient } from '@riggen/event-store';
import { prepareRole, readerRole, shownWhere } from '@riggen/projections';
import type pg from 'pg';

/** The role that writes readings: it can add, and neither see nor change. */
const writerRole = 'riggen_readings';
const day = 24 * 60 * 60 * 1000;

/** A reading of person-level data: who reads, by which query, about which place or person, and what for. */
export interface Reading {
  caller: Caller;
  query: string;
  purpose: string;
  subject: Subject;
  correlationId: string;
}

/** The log of readings of person-level data: apart from events and read models, and only added to until its time is over. */
export class ReadingsLog {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly expiring: NodeJS.Timeout,
  ) {}

  /** Prepares the table, and removes what is older than `daysKept`, now and every day. */
  static async open(databaseUrl: string, daysKept: number, onError: (error: unknown) => void): Promise<ReadingsLog> {
    await withClient(databaseUrl, prepare);
    const expire = () => withClient(databaseUrl, (client) => client.query('select readings.expire($1)', [daysKept]));
    await expire();
    const expiring = setInterval(() => void expire().catch(onError), day).unref();
    const pool = openPool({ connectionString: databaseUrl, max: 2, application_name: 'riggen readings', options: `-c role=${writerRole}` });
    return new ReadingsLog(pool, expiring);
  }

  /** Logs a reading; throws when it cannot, and then nothing may be told. */
  async add({ caller, query, purpose, subject, correlationId }: Reading): Promise<void> {
    const roles = [...new Set(caller.grants.map(({ role }) => role))];
    await this.pool.query(
      `insert into readings.reading (reader_kind, reader, roles, query, purpose, region, service, person, correlation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [caller.kind, caller.id, roles, query, purpose, subject.region, subject.service, subject.person, correlationId],
    );
  }

  async close(): Promise<void> {
    clearInterval(this.expiring);
    await this.pool.end();
  }
}

async function prepare(client: pg.Client): Promise<void> {
  for (const role of [writerRole, readerRole]) await prepareRole(client, role);
  await client.query(`begin; select pg_advisory_xact_lock(hashtext('riggen.schema.readings'));
    create schema if not exists readings;
    create table if not exists readings.reading (
      id bigint generated always as identity primary key, at timestamptz not null default now(), reader_kind text not null,
      reader text not null, roles text[] not null, query text not null, purpose text not null, region text, service text,
      person text, correlation_id uuid not null);
    create index if not exists reading_at on readings.reading (at);
    create index if not exists reading_person on readings.reading (person, at);
    create index if not exists reading_reader on readings.reading (reader, at);
    alter table readings.reading enable row level security, force row level security;
    drop policy if exists owner on readings.reading;
    create policy owner on readings.reading to current_user using (true) with check (true);
    drop policy if exists writer on readings.reading;
    create policy writer on readings.reading for insert to ${writerRole} with check (true);
    drop policy if exists reader on readings.reading;
    create policy reader on readings.reading for select to ${readerRole} using (${shownWhere('readings', () => false, 'readings.reading')});
    grant usage on schema readings to ${writerRole}, ${readerRole};
    grant insert on readings.reading to ${writerRole};
    grant select on readings.reading to ${readerRole};
    create or replace function readings.refuse_change() returns trigger language plpgsql as $$ begin
      if tg_op = 'DELETE' and current_setting('readings.expiring', true) = 'on' then return old; end if;
      raise exception 'readings are added, and never changed';
    end $$;
    create or replace trigger never_changed before update or delete on readings.reading
      for each row execute function readings.refuse_change();
    create or replace trigger never_emptied before truncate on readings.reading
      for each statement execute function readings.refuse_change();
    create or replace function readings.expire(days integer) returns void language plpgsql as $$ begin
      perform set_config('readings.expiring', 'on', true);
      delete from readings.reading where at < now() - make_interval(days => days);
      perform set_config('readings.expiring', 'off', true);
    end $$;
    revoke execute on function readings.expire from public;
    commit;`);
}
