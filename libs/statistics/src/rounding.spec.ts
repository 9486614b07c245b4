import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mean, percentage, roundedQuotient } from './rounding.js';

const count = fc.nat(10_000_000);
const some = fc.integer({ min: 1, max: 10_000_000 });
const decimals = fc.integer({ min: 0, max: 4 });
/** The digits of a rounded figure as a whole number: 1.01 with two decimals is 101. */
const digitsOf = (figure: number, places: number) => BigInt(figure.toFixed(places).replace('.', ''));

describe('rounding a quotient', () => {
  it('gives nothing when there is nothing to divide by', () => {
    expect(roundedQuotient(0, 0, 2)).toBeNull();
    expect(roundedQuotient(5, 0, 2)).toBeNull();
    expect(percentage(0, 0)).toBeNull();
    expect(mean(0, 0)).toBeNull();
  });

  it('gives zero for a part that is empty', () => {
    expect(percentage(0, 7)).toBe(0);
    expect(mean(0, 7)).toBe(0);
  });

  it.each([
    [1005, 1000, 2, 1.01],
    [2675, 1000, 2, 2.68],
    [8345, 1000, 2, 8.35],
    [1255, 1000, 2, 1.26],
    [10_235, 10_000, 3, 1.024],
    [1, 2, 0, 1],
    [3, 2, 0, 2],
    [5, 2, 0, 3],
    [1, 8, 2, 0.13],
    [3, 8, 2, 0.38],
    [1, 40, 2, 0.03],
    [999, 1000, 2, 1],
    [1, 3, 2, 0.33],
    [2, 3, 2, 0.67],
  ])('%i / %i with %i decimals is %d, half up', (numerator, denominator, places, expected) => {
    expect(roundedQuotient(numerator, denominator, places)).toBe(expected);
  });

  it('is right where arithmetic with floating point is wrong', () => {
    expect(Math.round(1.005 * 100) / 100).toBe(1);
    expect(roundedQuotient(1005, 1000, 2)).toBe(1.01);
    expect((2.675).toFixed(2)).toBe('2.67');
    expect(roundedQuotient(2675, 1000, 2)).toBe(2.68);
  });

  it('gives the very figures that the pilot report prints', () => {
    expect(percentage(1, 1)).toBe(100);
    expect(percentage(1, 16)).toBe(6.3);
    expect(percentage(1, 80)).toBe(1.3);
    expect(percentage(143, 400)).toBe(35.8);
    expect(mean(1011, 165)).toBe(6.13);
    expect(mean(1347, 212)).toBe(6.35);
  });

  it('takes half of the last place up, always', () => {
    fc.assert(
      fc.property(count, decimals, (whole, places) => {
        const scale = 10 ** places;
        expect(digitsOf(roundedQuotient(2 * whole + 1, 2 * scale, places)!, places)).toBe(BigInt(whole + 1));
      }),
    );
  });

  it('leaves a figure that needs no rounding as it is', () => {
    fc.assert(
      fc.property(count, decimals, (whole, places) => {
        expect(roundedQuotient(whole, 10 ** places, places)).toBe(Number(`${whole}e-${places}`));
      }),
    );
  });

  it('is at most half of the last place from the exact quotient, and never that far above it', () => {
    fc.assert(
      fc.property(count, some, decimals, (numerator, denominator, places) => {
        const rounded = digitsOf(roundedQuotient(numerator, denominator, places)!, places) * BigInt(denominator);
        const exact = BigInt(numerator) * 10n ** BigInt(places);
        const twiceOff = 2n * (rounded - exact);
        expect(twiceOff > -BigInt(denominator) && twiceOff <= BigInt(denominator)).toBe(true);
      }),
    );
  });

  it('does not depend on how the fraction is written', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 1000 }), (part, whole, times) => {
        expect(percentage(part * times, whole * times)).toBe(percentage(part, whole));
      }),
    );
  });

  it('refuses what is no whole number', () => {
    expect(() => roundedQuotient(0.5, 2, 2)).toThrow(RangeError);
    expect(() => roundedQuotient(1, Number.NaN, 2)).toThrow(RangeError);
  });
});
