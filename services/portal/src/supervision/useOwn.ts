import { useMe } from '../sign-in/useMe.js';

/** The service that somebody works in, and the group where they supervise that one only; neither for those of a region. */
export function useOwn(): { service?: string; group?: string } {
  const { data: me } = useMe();
  const unit = me?.grants.map((grant) => grant.unit).find((one) => 'service' in one);
  return { ...(unit && { service: unit.service }), ...(unit?.level === 'group' && { group: unit.group }) };
}
