import { describe, expect, it } from '@jest/globals';
import { isCut, scaleWindow, ticksOf } from './scale-window.js';

describe('the window on a scale', () => {
  it('is cut to whole steps around the values', () => {
    expect(scaleWindow([5.15, 6.35], [1, 7])).toEqual([5, 7]);
  });

  it('is never narrower than two steps, and stays on the scale', () => {
    expect(scaleWindow([6.2, 6.4], [1, 7])).toEqual([5, 7]);
    expect(scaleWindow([1, 1], [1, 7])).toEqual([1, 3]);
  });

  it('is the whole scale when there is nothing to show', () => {
    expect(scaleWindow([], [1, 10])).toEqual([1, 10]);
    expect(isCut([1, 10], [1, 10])).toBe(false);
  });

  it('has a tick at every step', () => {
    expect(ticksOf([5, 7])).toEqual([5, 6, 7]);
  });
});
