import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatPosition, type LogPosition, parsePosition } from './position.js';

const offset = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const position: fc.Arbitrary<LogPosition> = fc.record({ commit: offset, prepare: offset });
const sign = (difference: bigint) => (difference < 0n ? -1 : difference > 0n ? 1 : 0);

describe('a position in the log of KurrentDB', () => {
  it('sorts as a text as it does in the log', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        const [a, b] = [formatPosition(one), formatPosition(other)];
        const byText = a < b ? -1 : a > b ? 1 : 0;
        expect(byText).toBe(sign(one.commit - other.commit) || sign(one.prepare - other.prepare));
      }),
    );
  });

  it('comes after the beginning', () => {
    expect(formatPosition({ commit: 0n, prepare: 0n }) > '').toBe(true);
  });

  it('is the same when it was written and read', () => {
    fc.assert(fc.property(position, (one) => expect(parsePosition(formatPosition(one))).toEqual(one)));
  });

  it('is not read from another text', () => {
    for (const text of ['', '1-1', '000000000000000g-0000000000000000', '00000000000000ff-00000000000a']) {
      expect(() => parsePosition(text)).toThrow('is not a position of this store');
    }
  });
});
