/** How many branches the search looks at before it gives up. */
const patience = 200_000;

/**
 * Puts sizes into bins of `places` each: the bin (from 0) of each size, or undefined where they do not fit. Largest first, into
 * the fullest bin that has room; goes back where that fails.
 */
export function packInto(sizes: readonly number[], bins: number, places: number): number[] | undefined {
  const order = sizes.map((_, index) => index).sort((a, b) => sizes[b]! - sizes[a]!);
  const room = Array.from({ length: bins }, () => places);
  const binOf: number[] = [];
  let looked = 0;
  const place = (turn: number): boolean => {
    if (turn === order.length) return true;
    if ((looked += 1) > patience) return false;
    const index = order[turn]!;
    const size = sizes[index]!;
    const tried = new Set<number>(); // bins with equal room are alike
    const candidates = room.map((left, bin) => ({ left, bin })).filter(({ left }) => left >= size).sort((a, b) => a.left - b.left || a.bin - b.bin);
    for (const { left, bin } of candidates) {
      if (tried.has(left)) continue;
      tried.add(left);
      room[bin]! -= size;
      binOf[index] = bin;
      if (place(turn + 1)) return true;
      room[bin]! += size;
    }
    return false;
  };
  return place(0) ? binOf : undefined;
}
