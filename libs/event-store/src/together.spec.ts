import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { together } from './together.js';

describe('work that is asked for by many', () => {
  const groups: number[][] = [];
  const doubled = together(async (asked: number[]) => {
    groups.push(asked);
    await setImmediate();
    if (asked.includes(13)) throw new Error('thirteen');
    return asked.map((number) => 2 * number);
  });

  it('is done once for those who ask in the same turn, and once more for those who come meanwhile', async () => {
    const first = [doubled(1), doubled(2)];
    await setImmediate(); // the first are under way
    const later = [doubled(3), doubled(4)];
    expect(await Promise.all([...first, ...later])).toEqual([2, 4, 6, 8]);
    expect(groups.splice(0)).toEqual([[1, 2], [3, 4]]);
  });

  it('fails for those who asked together, and goes on for those who come after', async () => {
    const [unlucky, beside] = [doubled(13), doubled(1)];
    await expect(unlucky).rejects.toThrow('thirteen');
    await expect(beside).rejects.toThrow('thirteen');
    expect(await doubled(5)).toBe(10);
  });
});
