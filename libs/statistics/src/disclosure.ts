/** A figure that rests on fewer distinct people or cases than this is hidden (domain rule; Statistics Norway shows ":"). */
export const fewestPeople = 5;

/** Why a figure is hidden: it rests on too few people, or it would give another hidden figure away. */
export type Hidden = 'few' | 'protects' | null;

/** Whether a figure that rests on this many people is hidden. A figure about nobody tells about nobody. */
export function hiddenFor(people: number): Hidden {
  return people > 0 && people < fewestPeople ? 'few' : null;
}

/**
 * What to hide among parts whose total is shown: those of too few people and then the next smallest, until at least two parts
 * and at least five people are hidden together, so that nothing hidden can be worked out from the total. `people` is the
 * number behind each part; a part of nobody hides nobody.
 */
export function hiddenParts(people: number[]): Hidden[] {
  const hidden = people.map(hiddenFor);
  const shown = people.map((count, index) => ({ count, index })).filter(({ count, index }) => count > 0 && !hidden[index]);
  shown.sort((a, b) => a.count - b.count);
  for (const { index } of shown) {
    const behind = people.filter((_, part) => hidden[part]);
    const isSafe = !behind.length || (behind.length > 1 && behind.reduce((sum, count) => sum + count, 0) >= fewestPeople);
    if (isSafe) break;
    hidden[index] = 'protects';
  }
  return hidden;
}
