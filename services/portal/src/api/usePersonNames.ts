import type { listPeople } from '@riggen/contracts';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useAnswer } from './useAnswer.js';

/** What to call the people of a page of a list, at most 100: by name for those who may know it, else by key. */
export function usePersonNames(personIds: readonly string[]): (personId: string) => string {
  const mayDo = useMayDo();
  const ids = [...new Set(personIds)].sort();
  const { data } = useAnswer<typeof listPeople>(
    { service: 'rollout', name: 'people' },
    { ids: ids.join(','), size: Math.max(1, ids.length) },
    { enabled: ids.length > 0 && mayDo('rollout/people') },
  );
  const names = new Map(data?.items.map(({ personId, name }) => [personId, name]));
  return (personId) => names.get(personId) ?? personId;
}
