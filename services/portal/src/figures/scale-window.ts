export type ScaleWindow = readonly [low: number, high: number];

/** A cut narrower than this makes small differences look large. */
const narrowestWindow = 2;

/** The part of a scale that holds all the values, in whole steps. */
export function scaleWindow(values: readonly number[], scale: ScaleWindow): ScaleWindow {
  if (values.length === 0) return scale;
  let low = Math.max(scale[0], Math.floor(Math.min(...values)));
  let high = Math.min(scale[1], Math.ceil(Math.max(...values)));
  while (high - low < narrowestWindow) {
    if (low > scale[0]) low -= 1;
    else high += 1;
  }
  return [low, high];
}

export const isCut = (window: ScaleWindow, scale: ScaleWindow) => window[0] !== scale[0] || window[1] !== scale[1];

export const ticksOf = ([low, high]: ScaleWindow) => Array.from({ length: high - low + 1 }, (_, step) => low + step);
