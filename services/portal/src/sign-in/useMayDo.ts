import { useMe } from './useMe.js';

/** Whether who is signed in may give a command or ask a query, as SERVICE/NAME, in some unit of theirs. The server decides. */
export function useMayDo(): (what: string) => boolean {
  const { data: me } = useMe();
  return (what) => me?.may.includes(what) ?? false;
}
