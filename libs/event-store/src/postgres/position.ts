import type { Position } from '../event-store.js';

/** What a position of this store looks like. */
export const positionForm = /^([0-9a-f]{16})-([0-9a-f]{12})$/;

/** Writes (tx, position) in hex of fixed width, so that the text sorts as the pair does. */
export function formatPosition(tx: string, position: string): Position {
  return `${hex(tx).padStart(16, '0')}-${hex(position).padStart(12, '0')}`;
}

/** What the server sends of the two numbers in binary: eight bytes each, and between them the length of the second in four. */
export const placeBytes = 8 + 4 + 8;

/** The position of the so-manyth pair in the hex of several such. */
export function positionAt(places: string, no: number): Position {
  const begin = no * 2 * placeBytes;
  return `${places.slice(begin, begin + 16)}-${places.slice(begin + 28, begin + 40)}`;
}

/** A decimal text in hex; by way of a number where one is exact, which is much faster. */
const hex = (decimal: string): string => (decimal.length < 16 ? Number(decimal) : BigInt(decimal)).toString(16);

/** Reads a position back as decimal texts; the beginning is (0, 0). Throws on a text that is no position. */
export function parsePosition(text: Position): { tx: string; position: string } {
  if (text === '') return { tx: '0', position: '0' };
  const match = positionForm.exec(text);
  if (!match) throw new Error(`"${text}" is not a position of this store`);
  return { tx: BigInt(`0x${match[1]}`).toString(), position: BigInt(`0x${match[2]}`).toString() };
}
