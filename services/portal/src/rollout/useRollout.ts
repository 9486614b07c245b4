import type { getOrganisation, getRolloutByStage, getServicesInLine } from '@riggen/contracts';
import { useQueries } from '@tanstack/react-query';
import { answerTo, useAnswer } from '../api/useAnswer.js';
import { type Stage } from '../charts/StageMark.js';
import { type ServiceInLine, stageOfMunicipalities } from './rollout-facts.js';

/** The largest page that a query answers, and how many of them hold the services of the nation; asked for at the same time. */
const size = 200;
const pages = [1, 2];

/** How far each region is with a programme. */
export const useRolloutByStage = (programmeId: string | undefined) =>
  useAnswer<typeof getRolloutByStage>({ service: 'rollout', name: 'rollout-by-stage' }, { programmeId }, { enabled: programmeId !== undefined });

/** Every service with where it stands in a programme. */
export function useEveryService(programmeId: string | undefined) {
  return useQueries({
    queries: pages.map((page) => ({
      ...answerTo<typeof getServicesInLine>({ service: 'rollout', name: 'services-in-line' }, { programmeId, page, size }),
      enabled: programmeId !== undefined,
    })),
    combine: (answers) => ({
      data: answers.every(({ data }) => data) ? answers.flatMap(({ data }) => data!.items) : undefined,
      error: answers.find(({ error }) => error)?.error ?? null,
      refetch: () => Promise.all(answers.map(({ refetch }) => refetch())),
    }),
  });
}

/** The stage of each municipality, and how the services' data are marked. */
export function useMunicipalities(services: readonly ServiceInLine[] | undefined) {
  const answers = useQueries({
    queries: pages.map((page) => answerTo<typeof getOrganisation>({ service: 'rollout', name: 'organisation' }, { page, size })),
  });
  const listed = answers.flatMap(({ data }) => data?.items ?? []);
  const stageOf = new Map<string, Stage>(services?.map(({ serviceId, stage }) => [serviceId, stage ?? 'not_started']));
  return {
    stageOf: stageOfMunicipalities(listed, stageOf),
    markings: [...new Set(listed.flatMap(({ marking }) => marking ?? []))],
  };
}
