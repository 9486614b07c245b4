import { describe, expect, it } from '@jest/globals';
import { disclosureLimits, hiddenFor } from './limits.js';

describe('a figure by itself', () => {
  it('needs five people, or none', () => {
    expect(disclosureLimits.fewestPeople).toBe(5);
    expect([0, 1, 2, 3, 4, 5, 6, 100].map((people) => hiddenFor({ people }))).toEqual([null, 'few', 'few', 'few', 'few', null, null, null]);
  });

  it('needs five on either side of a share, or none, below national level', () => {
    const share = (part: number, whole: number) => hiddenFor({ people: whole, share: { part, whole } });
    expect([share(0, 20), share(4, 20), share(5, 20), share(15, 20), share(16, 20), share(20, 20)]).toEqual([null, 'few', null, null, 'few', null]);
  });

  it('may have few on one side of a share in the nation as a whole, not few people', () => {
    expect(hiddenFor({ people: 20, share: { part: 1, whole: 20 }, national: true })).toBeNull();
    expect(hiddenFor({ people: 4, share: { part: 4, whole: 4 }, national: true })).toBe('few');
  });

  it('goes by the limits that it is given', () => {
    expect(hiddenFor({ people: 5 }, { fewestPeople: 10, fewestOnEitherSide: 5 })).toBe('few');
  });
});
