import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Evolution, fold, isRefusal, refuse } from './decider.js';
import type { DomainEvent } from './event.js';

type Noted = DomainEvent<'Noted', { text: string }>;
const noted = (text: string): Noted => ({ type: 'Noted', schemaVersion: 1, occurredAt: '', organisation: {}, data: { text } });

const notes: Evolution<readonly string[], Noted> = {
  initialState: [],
  evolve: (state, event) => [...state, event.data.text],
};

describe('the state of a stream', () => {
  it('is the initial state without events', () => {
    expect(fold(notes, [])).toBe(notes.initialState);
  });

  it('is folded from its events, oldest first', () => {
    expect(fold(notes, [noted('first'), noted('second'), noted('third')])).toEqual(['first', 'second', 'third']);
  });

  it('goes on from a state that is known', () => {
    expect(fold(notes, [noted('second')], ['first'])).toEqual(['first', 'second']);
  });

  it('can be folded from anything that gives events one by one', () => {
    function* stream() {
      yield noted('first');
      yield noted('second');
    }
    expect(fold(notes, stream())).toEqual(['first', 'second']);
  });

  it('is the same wherever the folding was interrupted', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.nat(), (texts, at) => {
        const events = texts.map(noted);
        const cut = at % (events.length + 1);
        expect(fold(notes, events.slice(cut), fold(notes, events.slice(0, cut)))).toEqual(fold(notes, events));
      }),
    );
  });

  it('leaves the initial state as it was', () => {
    fold(notes, [noted('first')]);
    expect(notes.initialState).toEqual([]);
  });
});

describe('a refusal', () => {
  it('names its reason, its field and what its text needs', () => {
    expect(refuse('unknown-person', 'personId', { id: 'K001' })).toEqual({
      refused: true,
      reason: 'unknown-person',
      field: 'personId',
      params: { id: 'K001' },
    });
  });

  it('can do without field and params', () => {
    expect(refuse('too-many-conflicts')).toEqual({ refused: true, reason: 'too-many-conflicts', params: {} });
    expect(refuse('too-many-conflicts')).not.toHaveProperty('field');
  });

  it('is told from events and from nothing', () => {
    expect(isRefusal(refuse('unknown-person'))).toBe(true);
    expect(isRefusal([noted('first')])).toBe(false);
    expect(isRefusal([])).toBe(false);
    expect(isRefusal(undefined)).toBe(false);
    expect(isRefusal(null)).toBe(false);
  });
});
