import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AppendRequest, type AppendResult, emptyStream, StoreOverloaded } from '../event-store.js';
import { GroupCommitter } from './group-committer.js';

const request = (stream: string, commandId = stream): AppendRequest => ({
  ...{ stream, expected: emptyStream, events: [] },
  envelope: { commandId, fingerprint: 'f', correlationId: 'c', actor: { kind: 'system', id: 's' } },
});
const appended: AppendResult = { outcome: 'appended', head: emptyStream, position: '1' };
const limits = { group: 10, waiting: 100, milliseconds: 60_000, writers: 1 };

/** A database that writes when it is told to. */
class SlowDatabase {
  readonly groups: string[][] = [];
  private finish: (() => void)[] = [];

  readonly write = async (group: AppendRequest[]): Promise<(AppendResult | Error)[]> => {
    this.groups.push(group.map(({ stream }) => stream));
    await new Promise<void>((resolve) => this.finish.push(resolve));
    return group.map(({ stream }) => (stream === 'taken' ? { outcome: 'conflict' } : stream === 'ill' ? new Error('ill') : appended));
  };

  async writeAll(): Promise<void> {
    for (; this.finish.length; await sleep(1)) this.finish.splice(0).forEach((finish) => finish());
  }
}

describe('the group committer', () => {
  it('writes what arrives while it writes together, and answers each command by itself', async () => {
    const database = new SlowDatabase();
    const committer = new GroupCommitter(database.write, limits);
    const first = committer.append(request('a'));
    await sleep(1);
    const others = ['b', 'taken', 'ill', 'c'].map((stream) => committer.append(request(stream)));
    const settled = Promise.allSettled([first, ...others]);
    await database.writeAll();
    expect(await settled).toMatchObject([
      { value: appended },
      { value: appended },
      { value: { outcome: 'conflict' } },
      { reason: { message: 'ill' } },
      { value: appended },
    ]);
    expect(database.groups).toEqual([['a'], ['b', 'taken', 'ill', 'c']]);
  });

  it('keeps to the order of a stream and to one effect of a command: the next goes with a later group', async () => {
    const database = new SlowDatabase();
    const committer = new GroupCommitter(database.write, limits);
    const all = [request('a', '1'), request('a', '2'), request('b', '1'), request('c', '3')].map((each) => committer.append(each));
    await sleep(1);
    await database.writeAll();
    await Promise.all(all);
    expect(database.groups).toEqual([['a', 'c'], ['a', 'b']]);
  });

  it('writes no more at once than a group may hold', async () => {
    const database = new SlowDatabase();
    const committer = new GroupCommitter(database.write, { ...limits, group: 2 });
    const all = ['a', 'b', 'c', 'd', 'e'].map((stream) => committer.append(request(stream)));
    await sleep(1);
    await database.writeAll();
    await Promise.all(all);
    expect(database.groups).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  });

  it('refuses a command when too many wait, and takes commands again when they are written', async () => {
    const database = new SlowDatabase();
    const committer = new GroupCommitter(database.write, { ...limits, waiting: 2 });
    const all = [committer.append(request('a'))];
    await sleep(1);
    all.push(committer.append(request('b')), committer.append(request('c')));
    await expect(committer.append(request('d'))).rejects.toThrow(StoreOverloaded);
    await database.writeAll();
    await Promise.all(all);
    const later = committer.append(request('d'));
    await sleep(1);
    await database.writeAll();
    expect(await later).toEqual(appended);
    expect(database.groups.flat()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('refuses a command when the database has been slow for too long', async () => {
    const database = new SlowDatabase();
    const committer = new GroupCommitter(database.write, { ...limits, milliseconds: 20 });
    const all = [committer.append(request('a'))];
    await sleep(1);
    all.push(committer.append(request('b')));
    await sleep(50);
    await expect(committer.append(request('c'))).rejects.toThrow(StoreOverloaded);
    await database.writeAll();
    expect(await Promise.all(all)).toEqual([appended, appended]);
    await committer.idle();
  });
});
