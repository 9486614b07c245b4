import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fewestPeople, hiddenFor, hiddenParts } from './disclosure.js';

const parts = fc.array(fc.oneof(fc.nat(8), fc.nat(200)), { maxLength: 12 });

describe('a figure about people', () => {
  it('needs five people', () => {
    expect(fewestPeople).toBe(5);
    expect([0, 1, 2, 3, 4, 5, 6, 100].map(hiddenFor)).toEqual([null, 'few', 'few', 'few', 'few', null, null, null]);
  });
});

describe('parts whose total is shown', () => {
  it.each([
    ['all of enough people are shown', [5, 6, 70], [null, null, null]],
    ['one of few takes the next smallest with it', [3, 20, 7], ['few', null, 'protects']],
    ['two of few protect each other', [3, 20, 4], ['few', null, 'few']],
    ['an empty part tells about nobody and protects nobody', [3, 0, 20, 7], ['few', null, null, 'protects']],
    ['one of few beside empty parts is hidden alone, since no other part has people', [3, 0, 0], ['few', null, null]],
    ['only one of equally small ones is taken', [2, 9, 9], ['few', 'protects', null]],
    ['a single part of few is hidden', [4], ['few']],
    ['nothing is hidden where there is nothing', [], []],
  ])('%s', (_, people, hidden) => {
    expect(hiddenParts(people)).toEqual(hidden);
  });

  it('never leave exactly one part hidden while another part with people is shown', () => {
    fc.assert(
      fc.property(parts, (people) => {
        const hidden = hiddenParts(people);
        const shownWithPeople = people.filter((count, index) => count > 0 && !hidden[index]);
        expect(hidden.filter(Boolean).length === 1 && shownWithPeople.length > 0).toBe(false);
      }),
    );
  });

  it('hide every part of few people as such, and no part about nobody', () => {
    fc.assert(
      fc.property(parts, (people) => {
        const hidden = hiddenParts(people);
        expect(hidden).toHaveLength(people.length);
        for (const [index, count] of people.entries()) {
          if (count > 0 && count < fewestPeople) expect(hidden[index]).toBe('few');
          else expect(hidden[index]).not.toBe('few');
          if (count === 0) expect(hidden[index]).toBeNull();
        }
      }),
    );
  });

  it('hide at least two parts and five people together, so that their sum gives none of them away', () => {
    fc.assert(
      fc.property(parts, (people) => {
        const hidden = hiddenParts(people);
        const behind = people.filter((_, index) => hidden[index]);
        const stillShown = people.some((count, index) => count > 0 && !hidden[index]);
        if (!behind.length || !stillShown) return;
        expect(behind.length).toBeGreaterThan(1);
        expect(behind.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(fewestPeople);
      }),
    );
  });

  it('hide no more than is needed: the smallest parts that were shown, and at most one too many', () => {
    expect(hiddenParts([1, 1, 20, 8])).toEqual(['few', 'few', null, 'protects']);
    expect(hiddenParts([3, 4, 20])).toEqual(['few', 'few', null]);
    expect(hiddenParts([2, 30, 20])).toEqual(['few', null, 'protects']);
    expect(hiddenParts([9, 30, 20])).toEqual([null, null, null]);
  });

  it('do not change what they are given', () => {
    const people = [3, 20, 7];
    hiddenParts(people);
    expect(people).toEqual([3, 20, 7]);
  });
});
