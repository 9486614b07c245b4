/** Draws from a seed, the same way each time (mulberry32). */
export class Draw {
  constructor(private seed: number) {}

  fraction(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  upTo = (most: number) => Math.floor(this.fraction() * (most + 1));
  among = <Value>(values: readonly Value[]): Value => values[this.upTo(values.length - 1)]!;
  some = <Value>(values: readonly Value[], chance: number) => values.filter(() => this.fraction() < chance);
  is = (chance: number) => this.fraction() < chance;
}
