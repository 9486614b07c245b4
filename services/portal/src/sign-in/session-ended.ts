import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

/** Says that the server no longer knows who is here, or knows it again. The page stays, with all that was typed. */
export function setSessionEnded(value: boolean): void {
  ended = value;
  listeners.forEach((tell) => tell());
}

export const useSessionEnded = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => ended,
  );
