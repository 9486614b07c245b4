import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { correctPerson, getPerson, listReadings, makePersonKnown, type CommandDefinition } from '@riggen/contracts';
import { operatorCaller } from '@riggen/access';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import pg from 'pg';
import { findSystem } from '../commands/store.js';
import { type RunningSystem as System, withSystem } from '../commands/system.js';
import { RunningSystem } from './running-system.fixture.js';

const kari = { personId: randomUUID(), name: 'Karianne Østbyhagen', workEmail: 'karianne.o@tjenesten.example.no', workPhone: '22225544', language: 'nb' } as const;
const ola = { personId: randomUUID(), name: 'Olaf Vestregard', workEmail: 'olaf.v@tjenesten.example.no', language: 'nn' } as const;
const maidenName = 'Karianne Nordbøhaug';
/** What must stand nowhere but where people may read it. */
const clearTexts = [maidenName, 'stbyhagen', 'Nordb', kari.workEmail, '22225544', ola.name, ola.workEmail];
const ofKari = clearTexts.slice(0, 5);

describe('personal data of the staff, on a running system', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'none', LOG_LEVEL: 'trace' });
  const file = (name: string) => join(system.home, name);
  const within = <Result>(work: (running: System) => Promise<Result>) => {
    process.env['RIGGEN_HOME'] = system.home;
    return withSystem(work);
  };
  const send = (definition: CommandDefinition, command: object) =>
    within(({ services, caller }) =>
      services.command(definition, { commandId: randomUUID(), correlationId: randomUUID(), language: 'en', caller, command }),
    );
  const known = (personId: string) =>
    within(async ({ services, caller, store }) => {
      const fresh = await store.lastPosition();
      const reply = await services.query(getPerson, { correlationId: randomUUID(), language: 'en', caller, fresh, input: { personId } });
      return reply.outcome === 'answered' ? getPerson.output.parse(reply.output).person : reply;
    });
  const readingsAbout = (personId: string) =>
    within(async ({ services, caller }) => {
      const input = { from: '2020-01-01', to: '2100-01-01', personId };
      const reply = await services.query(listReadings, { correlationId: randomUUID(), language: 'en', caller, input });
      return reply.outcome === 'answered' ? listReadings.output.parse(reply.output).items : reply;
    });
  /** Every row of every table of the database but those of PostgreSQL itself, as text. */
  const wholeDatabase = async () => {
    const client = new pg.Client({ connectionString: findSystem({ RIGGEN_HOME: system.home }).databaseUrl });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const texts: Record<string, string> = {};
    for (const { name } of tables) {
      texts[name] = (await client.query<{ text: string | null }>(`select string_agg(t::text, ' ') as text from ${name} t`)).rows[0]!.text ?? '';
    }
    await client.end();
    return texts;
  };
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile());
  const standIn = (text: string, wanted = clearTexts) => wanted.filter((clear) => text.includes(clear));

  beforeAll(() => system.start(), 180_000);
  afterAll(() => system.remove());

  it('are told to those who ask for the person', async () => {
    expect(await send(makePersonKnown, { ...kari, name: maidenName })).toMatchObject({ outcome: 'accepted' });
    expect(await send(makePersonKnown, ola)).toMatchObject({ outcome: 'accepted' });
    expect(await send(correctPerson, kari)).toMatchObject({ outcome: 'accepted' });
    expect(await known(kari.personId)).toMatchObject({ name: kari.name, workEmail: kari.workEmail, workPhone: '+4722225544' });
    expect(await known(ola.personId)).toMatchObject({ name: ola.name, erased: null });
    expect(await send(makePersonKnown, { ...kari, personId: randomUUID() })).toMatchObject({ outcome: 'refused', problem: { reason: 'email-of-another' } });
    expect(await send(makePersonKnown, { ...ola, name: maidenName })).toMatchObject({ outcome: 'refused' });
  }, 180_000);

  it('stand in clear neither in events, messages, logs nor backups, and in one table only', async () => {
    const { stdout: events } = await system.riggen('events');
    expect(events.match(/sealed:v1:/g)?.length).toBeGreaterThanOrEqual(8);
    expect(standIn(events)).toEqual([]);
    expect((await system.riggen('backup', file('before'))).status).toBe(0);
    const backup = gunzipSync(readFileSync(file('before'))).toString();
    expect(backup).toContain('sealed:v1:');
    expect(standIn(backup)).toEqual([]);
    const messages = filesIn(file('nats')).map((path) => readFileSync(path).toString('utf8')).join();
    expect(messages).toContain('PersonMadeKnown');
    expect(standIn(messages)).toEqual([]);
    expect(system.output.length).toBeGreaterThan(1_000);
    expect(standIn(system.output)).toEqual([]);
    expect(standIn(readFileSync(file('log/postgres.log'), 'utf8'))).toEqual([]);
    const withNames = Object.entries(await wholeDatabase()).filter(([, text]) => standIn(text).length);
    expect(withNames.map(([name]) => name)).toEqual(['rollout.person']);
  }, 180_000);

  it('are handed over as a file, and to nobody twice by mistake', async () => {
    const { status, stdout } = await system.riggen('person-data', kari.personId, file('karianne.json'));
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^wrote 2 events and 1 rows about /)]);
    const data = JSON.parse(readFileSync(file('karianne.json'), 'utf8')) as { events: { data: object }[]; rows: object };
    expect(data.events.map((event) => event.data)).toMatchObject([{ name: maidenName }, { name: kari.name, workPhone: '+4722225544' }]);
    expect(data.rows).toMatchObject({ 'rollout.person': [{ personId: kari.personId, name: kari.name }] });
    expect(await readingsAbout(kari.personId)).toContainEqual(
      expect.objectContaining({ query: 'rollout/person-data', reader: operatorCaller.id, roles: ['operator'], purpose: 'to hand over to the person all that is held' }),
    );
    expect((await system.riggen('person-data', kari.personId, file('karianne.json'))).status).toBe(1);
    expect((await system.riggen('person-data', randomUUID(), file('nobody.json'))).status).toBe(1);
  }, 180_000);

  it('are gone when the person is erased, and only those', async () => {
    const { status, stdout } = await system.riggen('erase-person', kari.personId, '--reason', 'asked_for');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/key destroyed .*\nevents: 2 in person-.* can no longer be read/)]);
    expect(await known(kari.personId)).toMatchObject({ name: null, workEmail: null, workPhone: null, erased: { reason: 'asked_for' } });
    expect(await known(ola.personId)).toMatchObject({ name: ola.name });
    expect(standIn(Object.values(await wholeDatabase()).join(), ofKari)).toEqual([]);
    expect(await send(correctPerson, kari)).toMatchObject({ outcome: 'refused', problem: { reason: 'person-is-erased' } });
    expect(await system.riggen('verify')).toMatchObject({ status: 0, stdout: expect.stringContaining(': 0 problems') });
  }, 180_000);

  it('stay gone when a backup from before is restored', async () => {
    const { status, stdout } = await system.riggen('restore', file('before'), '--replace');
    expect([status, stdout]).toEqual([0, expect.stringContaining(': 0 problems')]);
    expect(await known(kari.personId)).toMatchObject({ name: null, erased: { reason: 'asked_for' } });
    expect(await known(ola.personId)).toMatchObject({ name: ola.name, erased: null });
    expect(standIn(Object.values(await wholeDatabase()).join(), ofKari)).toEqual([]);
    const { stdout: events } = await system.riggen('events', '--stream', `person-${kari.personId}`);
    expect(events.trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['PersonMadeKnown', 'PersonCorrected', 'PersonErased']);
    expect(standIn(system.output)).toEqual([]);
  }, 180_000);
});
