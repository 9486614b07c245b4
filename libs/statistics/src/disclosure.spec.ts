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

  it('hide no more than is needed: one protecting part at most, the smallest that was shown, beside a single part of few', () => {
    fc.assert(
      fc.property(parts, (people) => {
        const hidden = hiddenParts(people);
        const few = hidden.filter((reason) => reason === 'few').length;
        const protecting = people.filter((_, index) => hidden[index] === 'protects');
        const enough = people.filter((count) => count >= fewestPeople);
        expect(protecting).toEqual(few === 1 && enough.length > 0 ? [Math.min(...enough)] : []);
      }),
    );
  });

  it('do not change what they are given', () => {
    const people = [3, 20, 7];
    hiddenParts(people);
    expect(people).toEqual([3, 20, 7]);
  });
});
