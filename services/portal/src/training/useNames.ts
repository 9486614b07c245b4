import type { getOrganisation, getServiceUnit, listPeople } from '@riggen/contracts';
import { useQueries } from '@tanstack/react-query';
import { fetchJson } from '../api/fetch-json.js';
import { addressOf, useAnswer } from '../api/useAnswer.js';
import type { PageOf } from '@riggen/contracts';
import { useMayDo } from '../sign-in/useMayDo.js';
import { useMe } from '../sign-in/useMe.js';

type Person = Awaited<ReturnType<typeof people>>['items'][number];
const atOnce = 100;
const mostServices = 200;

const people = (ids: string, serviceId: string | undefined, signal: AbortSignal) =>
  fetchJson<PageOf<{ personId: string; name: string | null }>>(addressOf({ service: 'rollout', name: 'people' } satisfies Pick<typeof listPeople, 'service' | 'name'>, { ids, serviceId, size: atOnce }), signal);

/** What to call people, of one service where it is named: their name for those who may know it, else their key. */
export function usePersonNames(personIds: readonly string[], serviceId?: string): (personId: string) => string {
  const mayDo = useMayDo();
  const wanted = [...new Set(personIds)].sort();
  const groups = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, index) => wanted.slice(index * atOnce, (index + 1) * atOnce).join(','));
  const answers = useQueries({
    queries: groups.map((ids) => ({
      queryKey: ['rollout', 'people', { ids, serviceId }],
      queryFn: ({ signal }: { signal: AbortSignal }) => people(ids, serviceId, signal),
      enabled: mayDo('rollout/staff'), // who may see names; others would be answered with none
    })),
  });
  const names = new Map(answers.flatMap(({ data }) => data?.items.map(({ personId, name }: Person) => [personId, name] as const) ?? []));
  return (personId) => names.get(personId) ?? personId;
}

/** The services of a region by name, as choices and by their key; for whoever works in one service, that one. */
export function useServices(region: string | undefined) {
  const mayDo = useMayDo();
  const { data: me } = useMe();
  const units = me?.grants.map(({ unit }) => unit) ?? [];
  const own = units.every((unit) => 'service' in unit) ? units.flatMap((unit) => ('service' in unit ? [unit.service] : []))[0] : undefined;
  const { data } = useAnswer<typeof getOrganisation>(
    { service: 'rollout', name: 'organisation' },
    { region, size: mostServices },
    { enabled: own === undefined && mayDo('rollout/organisation') },
  );
  const unit = useAnswer<typeof getServiceUnit>({ service: 'rollout', name: 'service-unit' }, { serviceId: own }, { enabled: own !== undefined && mayDo('rollout/service-unit') });
  const services = own === undefined ? (data?.items ?? []) : unit.data?.unit ? [{ serviceId: own, name: unit.data.unit.name }] : [];
  const names = new Map(services.map(({ serviceId, name }) => [serviceId, name]));
  return {
    choices: services.map(({ serviceId, name }) => ({ value: serviceId, label: name })),
    nameOf: (serviceId: string) => names.get(serviceId) ?? serviceId,
  };
}
