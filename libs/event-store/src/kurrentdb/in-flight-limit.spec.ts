import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { StoreOverloaded } from '../event-store.js';
import { InFlightLimit } from './in-flight-limit.js';

describe('a limit of what is in flight', () => {
  it('lets so much run at a time, in the order of asking', async () => {
    const limit = new InFlightLimit({ running: 2, waiting: 10 });
    const began: number[] = [];
    let running = 0;
    const work = (n: number) => async () => {
      began.push(n);
      running += 1;
      expect(running).toBeLessThanOrEqual(2);
      await sleep(5);
      running -= 1;
      return n;
    };
    expect(await Promise.all([0, 1, 2, 3, 4].map((n) => limit.run(work(n))))).toEqual([0, 1, 2, 3, 4]);
    expect(began).toEqual([0, 1, 2, 3, 4]);
  });

  it('refuses what would wait too long, and goes on after a failure', async () => {
    const limit = new InFlightLimit({ running: 1, waiting: 1 });
    const failing = limit.run(() => sleep(5).then(() => Promise.reject(new Error('a fault'))));
    const waiting = limit.run(async () => 'done');
    await expect(limit.run(async () => 'too much')).rejects.toThrow(StoreOverloaded);
    await expect(failing).rejects.toThrow('a fault');
    expect(await waiting).toBe('done');
  });

  it('is idle when nothing runs or waits', async () => {
    const limit = new InFlightLimit({ running: 1, waiting: 10 });
    await limit.idle();
    let done = 0;
    for (let n = 0; n < 3; n += 1) void limit.run(() => sleep(2).then(() => (done += 1)));
    await limit.idle();
    expect(done).toBe(3);
  });
});
