import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alreadySo } from './already-so.js';

describe('a thing that is there already', () => {
  it('needs nothing when the content is the same', () => {
    expect(alreadySo('p01', { name: 'Tjeneste', phase: 1 }, { name: 'Tjeneste', phase: 1 })).toEqual([]);
  });

  it('needs nothing when lists and parts have the same content', () => {
    const content = () => ({ municipalities: ['1806', '1804'], scores: { learning: 6, amount: 5 } });
    expect(alreadySo('p01', content(), content())).toEqual([]);
  });

  it('does not mind the order in which fields were written', () => {
    expect(alreadySo('p01', { name: 'Tjeneste', scores: { a: 1, b: 2 } }, { scores: { b: 2, a: 1 }, name: 'Tjeneste' })).toEqual([]);
  });

  it('minds the order of a list', () => {
    expect(alreadySo('p01', { municipalities: ['1806', '1804'] }, { municipalities: ['1804', '1806'] })).toMatchObject({
      field: 'municipalities',
    });
  });

  it('is refused with the first field that differs and both contents', () => {
    expect(alreadySo('p01', { name: 'Tjeneste', phase: 1, region: 'nord' }, { name: 'Tjeneste', phase: 2, region: 'midt' })).toEqual({
      refused: true,
      reason: 'known-with-other-content',
      field: 'phase',
      params: { id: 'p01', known: '1', given: '2' },
    });
  });

  it('tells texts as they are, and lists and parts as JSON', () => {
    expect(alreadySo('p01', { name: 'Nord' }, { name: 'Sør' })).toMatchObject({ params: { known: 'Nord', given: 'Sør' } });
    expect(alreadySo('p01', { list: ['a'] }, { list: ['b'] })).toMatchObject({ params: { known: '["a"]', given: '["b"]' } });
  });

  it('is refused when a field came or went, with a dash for what is not there', () => {
    const short: { id: string; note?: string } = { id: 'p01' };
    const long = { ...short, note: 'new' };
    expect(alreadySo('p01', short, long)).toMatchObject({ field: 'note', params: { known: '–', given: 'new' } });
    expect(alreadySo('p01', long, short)).toMatchObject({ field: 'note', params: { known: 'new', given: '–' } });
  });

  it('does not take a number for the text of it', () => {
    expect(alreadySo<never, { phase: unknown }>('p01', { phase: 1 }, { phase: '1' })).toMatchObject({ field: 'phase' });
  });

  it('is the same as itself after it was stored and read, whatever it holds', () => {
    const stored = (content: object) => JSON.parse(JSON.stringify(content)) as object;
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'), fc.jsonValue()), (content) => {
        const read = stored(content);
        expect(alreadySo('p01', read, stored(read))).toEqual([]);
      }),
    );
  });
});
