import type { Position } from '../event-store.js';

/** Where KurrentDB has an event in its transaction log: offsets in bytes. */
export interface LogPosition {
  commit: bigint;
  prepare: bigint;
}

/** What a position of this store looks like. */
export const positionForm = /^([0-9a-f]{16})-([0-9a-f]{16})$/;

const hex = (offset: bigint) => offset.toString(16).padStart(16, '0');

/** Writes (commit, prepare) in hex of fixed width, so that the text sorts as the pair does. */
export function formatPosition({ commit, prepare }: LogPosition): Position {
  return `${hex(commit)}-${hex(prepare)}`;
}

/** Reads a position back. Throws on a text that is no position of this store. */
export function parsePosition(text: Position): LogPosition {
  const match = positionForm.exec(text);
  if (!match) throw new Error(`"${text}" is not a position of this store`);
  return { commit: BigInt(`0x${match[1]}`), prepare: BigInt(`0x${match[2]}`) };
}
