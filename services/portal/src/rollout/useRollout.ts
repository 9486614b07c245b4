import type { getOrganisation, getRolloutByStage, getServicesInLine, PageOf } from '@riggen/contracts';
import { useQueries } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '../api/fetch-json.js';
import { addressOf, useAnswer } from '../api/useAnswer.js';
import { type Stage } from '../charts/StageMark.js';
import { regions } from '../language/regions.js';
import { type PlacedService, type ServiceInLine, stageOfMunicipalities } from './rollout-facts.js';

type ListedService = z.infer<(typeof getOrganisation)['output']>['items'][number];

/** The largest page that a query answers; a region has fewer services, and the nation's fit on two pages. */
const size = 200;
const inLine = { service: 'rollout', name: 'services-in-line' } satisfies Pick<typeof getServicesInLine, 'service' | 'name'>;
const organisation = { service: 'rollout', name: 'organisation' } satisfies Pick<typeof getOrganisation, 'service' | 'name'>;

/** How far each region is with a programme. */
export const useRolloutByStage = (programmeId: string | undefined) =>
  useAnswer<typeof getRolloutByStage>({ service: 'rollout', name: 'rollout-by-stage' }, { programmeId }, { enabled: programmeId !== undefined });

/** Every service with where it stands in a programme, region by region. */
export function useEveryService(programmeId: string | undefined) {
  return useQueries({
    queries: regions.map((region) => ({
      queryKey: [inLine.service, inLine.name, { region, programmeId, size }],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<PageOf<ServiceInLine>>(addressOf(inLine, { region, programmeId, size }), signal),
      enabled: programmeId !== undefined,
    })),
    combine: (answers) => ({
      data: answers.every(({ data }) => data)
        ? answers.flatMap(({ data }, index) => data!.items.map((service): PlacedService => ({ ...service, region: regions[index]! })))
        : undefined,
      error: answers.find(({ error }) => error)?.error ?? null,
      refetch: () => Promise.all(answers.map(({ refetch }) => refetch())),
    }),
  });
}

/** The stage of each municipality, and how the services' data are marked. */
export function useMunicipalities(services: readonly PlacedService[] | undefined) {
  const pages = useQueries({
    queries: [1, 2].map((page) => ({
      queryKey: [organisation.service, organisation.name, { page, size }],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<PageOf<ListedService>>(addressOf(organisation, { page, size }), signal),
    })),
  });
  const listed = pages.flatMap(({ data }) => data?.items ?? []);
  const stageOf = new Map<string, Stage>(services?.map(({ serviceId, stage }) => [serviceId, stage ?? 'not_started']));
  return {
    stageOf: stageOfMunicipalities(listed, stageOf),
    markings: [...new Set(listed.flatMap(({ marking }) => marking ?? []))],
  };
}
