import { describe, expect, it } from '@jest/globals';
import { nextGroupOf, numberOf } from './groups.js';

const groups = (...ids: string[]) => ids.map((groupId) => ({ groupId }));

describe('the groups of a service', () => {
  it('are called by their number, others by their key', () => {
    expect(numberOf('p08-2', 'p08')).toBe(2);
    expect(numberOf('p09-2', 'p08')).toBeUndefined();
    expect(numberOf('V1-p08', 'p08')).toBeUndefined();
  });

  it('go on with the first number that none has', () => {
    expect(nextGroupOf('p08', [])).toBe('p08-1');
    expect(nextGroupOf('p08', groups('p08-1', 'V1-p08', 'p09-2'))).toBe('p08-2');
    expect(nextGroupOf('p08', groups('p08-2', 'p08-3'))).toBe('p08-1');
  });
});
