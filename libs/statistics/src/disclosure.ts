/** A figure that rests on fewer distinct people or cases than this is hidden (domain rule; Statistics Norway shows ":"). */
export const fewestPeople = 5;

/** Why a figure is hidden: it rests on too few people, or it would give another hidden figure away. */
export type Hidden = 'few' | 'protects' | null;

/** Whether a figure that rests on this many people is hidden. A figure about nobody tells about nobody. */
export function hiddenFor(people: number): Hidden {
  return people > 0 && people < fewestPeople ? 'few' : null;
}

/**
 * What to hide among parts whose total is shown: those of too few people and, when that leaves exactly one hidden part, the
 * next smallest too, so that the hidden one cannot be worked out. `people` is the number behind each part.
 */
export function hiddenParts(people: number[]): Hidden[] {
  const hidden = people.map(hiddenFor);
  if (hidden.filter((reason) => reason === 'few').length !== 1) return hidden;
  const shown = people.map((count, index) => ({ count, index })).filter(({ count, index }) => count > 0 && !hidden[index]);
  const smallest = shown.sort((a, b) => a.count - b.count)[0];
  if (smallest) hidden[smallest.index] = 'protects';
  return hidden;
}
