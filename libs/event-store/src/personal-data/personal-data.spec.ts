import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { personErased, personMadeKnown } from '@riggen/contracts';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from '../../../../tools/jest/servers.js';
import type { RecordedEvent } from '../event-store.js';
import { InMemoryKeyVault } from './in-memory-key-vault.js';
import { type KeyVault, PersonIsErased } from './key-vault.js';
import { PersonalData } from './personal-data.js';
import { PostgresKeyVault, WrongMasterKey } from './postgres-key-vault.js';

const at = { occurredAt: '2025-03-03T08:00:00.000Z' };
const known = (personId: string, name = 'Kari Nordmann') =>
  personMadeKnown({ personId, name, workEmail: 'kari@tjenesten.example.no', language: 'nb' }, at);
const erased = (personId: string) => personErased({ personId, reason: 'asked_for' }, at);
/** An event as it is read back. */
const read = (event: object): RecordedEvent =>
  ({ ...event, id: randomUUID(), stream: 'person-x', version: 1, actor: { kind: 'system', id: 's' }, correlationId: randomUUID() }) as RecordedEvent;

describe.each(['in memory', 'in PostgreSQL'])('personal data in events, with keys %s', (where) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let vault: KeyVault & { close?(): Promise<void> };
  let personalData: PersonalData;
  let id: string;

  beforeAll(async () => {
    database = await freshDatabase();
    vault = where === 'in memory' ? new InMemoryKeyVault() : await PostgresKeyVault.open({ databaseUrl: database.url, masterKey: randomBytes(32).toString('hex') });
    personalData = new PersonalData(vault);
  });
  afterAll(async () => {
    await vault.close?.();
    await database.drop();
  });
  beforeEach(() => {
    id = randomUUID();
  });

  const sealed = async (...events: Parameters<PersonalData['seal']>[0]) => (await personalData.seal(events)).map(read);

  it('are stored encrypted, each time otherwise, and fit the schema of what is stored', async () => {
    const [first, second] = await sealed(known(id), known(id));
    expect(JSON.stringify([first, second])).not.toMatch(/Kari|Nordmann|tjenesten/);
    expect(first!.data).toMatchObject({ personId: id, language: 'nb' });
    expect((first!.data as { name: string }).name).not.toBe((second!.data as { name: string }).name);
    expect(personMadeKnown.stored.safeParse(first!.data).success).toBe(true);
    expect(personMadeKnown.stored.safeParse(known(id).data).success).toBe(false);
  });

  it('are opened for those who may read them, and concealed from the others', async () => {
    const stored = await sealed(known(id));
    expect((await personalData.open(stored))[0]!.data).toEqual(known(id).data);
    const concealed = (await personalData.conceal(stored))[0]!.data;
    expect(concealed).toEqual({ personId: id, name: null, workEmail: null, language: 'nb' });
    expect(personMadeKnown.schema.safeParse(concealed).success).toBe(true);
  });

  it('cannot be moved to another person or field', async () => {
    const [mine, other] = await sealed(known(id), known(`${id}-other`));
    const field = (event: RecordedEvent, name: string) => (event.data as Record<string, string>)[name];
    const moved = { ...mine!, data: { ...(mine!.data as object), name: field(mine!, 'workEmail') } };
    const foreign = { ...mine!, data: { ...(mine!.data as object), name: field(other!, 'name') } };
    await expect(personalData.open([moved])).rejects.toThrow();
    await expect(personalData.open([foreign])).rejects.toThrow();
    expect(await personalData.unreadable([moved])).toEqual([expect.stringContaining('cannot be opened')]);
  });

  it('are gone for good for whoever reads that the person is erased, events from before included', async () => {
    const [before, erasure] = await sealed(known(id), erased(id));
    const opened = await personalData.open([before!, erasure!]);
    expect(opened.map(({ data }) => data)).toEqual([{ personId: id, name: null, workEmail: null, language: 'nb' }, erased(id).data]);
    expect(await vault.keysOf([id])).toEqual(new Map());
    expect(await personalData.unreadable([before!])).toEqual([]);
    await expect(personalData.seal([known(id)])).rejects.toThrow(PersonIsErased);
  });

  it('are told as unreadable when a key is missing and nobody erased the person', async () => {
    const [stored] = await sealed(known(id));
    const elsewhere = new PersonalData(new InMemoryKeyVault());
    expect(await elsewhere.unreadable([stored!])).toEqual([expect.stringContaining('the key of its person is missing')]);
    expect((await elsewhere.open([stored!]))[0]!.data).toMatchObject({ name: null });
  });

  it('leave a fingerprint that nobody can try names against without the key', async () => {
    const content = { name: 'Kari Nordmann' };
    const [stored] = await sealed(known(id));
    const fingerprint = await personalData.fingerprint(content, [stored!]);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(await personalData.fingerprint(content, [stored!])).toBe(fingerprint);
    expect(await personalData.fingerprint({ name: 'Ola' }, [stored!])).not.toBe(fingerprint);
    expect(await personalData.fingerprint(content, [erased(id)])).not.toBe(fingerprint);
    await personalData.conceal(await sealed(erased(id)));
    expect(await personalData.fingerprint(content, [stored!])).toBeUndefined();
  });

  it('get one key however many ask for it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, async () => (await vault.keysFor([id])).get(id)!.toString('hex')));
    expect(new Set(keys).size).toBe(1);
  });
});

describe('the keys of persons in PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('are wrapped by the master key, and refuse another one', async () => {
    const masterKey = randomBytes(32).toString('hex');
    const vault = await PostgresKeyVault.open({ databaseUrl: database.url, masterKey });
    const key = (await vault.keysFor(['p1'])).get('p1')!;
    await vault.destroy('p2', read(erased('p2')));
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query<{ wrapped: Buffer }>('select wrapped from person_keys.keys');
    await client.end();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.wrapped.includes(key)).toBe(false);
    expect(await vault.erasures()).toMatchObject([{ personId: 'p2', event: { type: 'PersonErased', data: { reason: 'asked_for' } } }]);
    await vault.close();
    const another = PostgresKeyVault.open({ databaseUrl: database.url, masterKey: randomBytes(32).toString('hex') });
    await expect(another).rejects.toThrow(WrongMasterKey);
  });

  it('are copied and taken in again, but for those of persons who were erased since', async () => {
    const [first, second] = [await freshDatabase(), await freshDatabase()];
    const masterKey = randomBytes(32).toString('hex');
    const from = await PostgresKeyVault.open({ databaseUrl: first.url, masterKey });
    const to = await PostgresKeyVault.open({ databaseUrl: second.url, masterKey });
    const keys = await from.keysFor(['stays', 'erased-before', 'erased-since']);
    await from.destroy('erased-before', read(erased('erased-before')));
    const copy = await from.copy();
    await to.destroy('erased-since', read(erased('erased-since')));
    await to.takeIn(copy);
    await to.takeIn(copy);
    expect(await to.keysOf(['stays', 'erased-before', 'erased-since'])).toEqual(new Map([['stays', keys.get('stays')!]]));
    expect(await to.erasedAmong(['stays', 'erased-before', 'erased-since'])).toEqual(new Set(['erased-before', 'erased-since']));
    await expect(to.takeIn({ ...copy, masterKeyCheck: '00' })).rejects.toThrow(WrongMasterKey);
    await Promise.all([from.close(), to.close()]);
    await Promise.all([first.drop(), second.drop()]);
  });
});
