import { describe, expect, it } from '@jest/globals';
import { freshDatabase } from '../../../tools/jest/servers.js';
import { KurrentDbEventStore } from './kurrentdb/kurrentdb-event-store.js';
import { KurrentDbImitation } from './kurrentdb/kurrentdb-imitation.fixture.js';
import { isPosition, openEventStore, storeFromEnvironment } from './open-event-store.js';
import { PostgresEventStore } from './postgres/postgres-event-store.js';

describe('the choice of the event store', () => {
  it('is PostgreSQL where nothing else is said', () => {
    expect(storeFromEnvironment({})).toEqual({});
    expect(storeFromEnvironment({ EVENT_STORE: '', KURRENTDB_URL: '' })).toEqual({});
    expect(storeFromEnvironment({ EVENT_STORE: 'postgres', KURRENTDB_URL: 'kurrentdb://host' })).toEqual({});
  });

  it('is KurrentDB with its connection string', () => {
    for (const url of ['kurrentdb://user:secret@host:2113', 'kurrentdb+discover://cluster', 'kdb://host?tls=false']) {
      expect(storeFromEnvironment({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: url })).toEqual({ kurrentdbUrl: url });
    }
  });

  it('is refused when there is no such store, or no address of it', () => {
    expect(() => storeFromEnvironment({ EVENT_STORE: 'kurrent' })).toThrow("EVENT_STORE must be 'postgres' or 'kurrentdb', not 'kurrent'");
    expect(() => storeFromEnvironment({ EVENT_STORE: 'kurrentdb' })).toThrow('KURRENTDB_URL must be a connection string');
  });

  it('does not tell the password of an address that is wrong', () => {
    expect(() => storeFromEnvironment({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: 'http://user:secret@host' })).toThrow(/^(?!.*secret)/);
  });

  it('opens that store', async () => {
    const database = await freshDatabase();
    const server = await KurrentDbImitation.start();
    const stores = await Promise.all([openEventStore({ databaseUrl: database.url }), openEventStore({ databaseUrl: database.url, kurrentdbUrl: server.url })]);
    expect(stores.map((store) => store.constructor)).toEqual([PostgresEventStore, KurrentDbEventStore]);
    await Promise.all(stores.map((store) => store.close()));
    server.stop();
    await database.drop();
  });

  it('tells a position of one of the stores from other texts', () => {
    expect(['', '00000000000000ff-00000000000a', '00000000000000ff-00000000000000ff'].map(isPosition)).toEqual([true, true, true]);
    expect(['0', '00000000000000FF-00000000000a', '00000000000000ff-'].map(isPosition)).toEqual([false, false, false]);
  });
});
