import type { getImplementationTemplate } from '@riggen/contracts';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { answerTo } from '../api/useAnswer.js';
import { useLanguage } from '../language/useLanguage.js';

type Wording = z.infer<(typeof getImplementationTemplate)['output']>['programmes'][number]['title'];

/** The national template: the programmes with their stages and activities. */
export const templateQuery = answerTo<typeof getImplementationTemplate>({ service: 'rollout', name: 'implementation-template' });

/** A wording of the national template in the chosen language. */
export function useWording(): (wording: Wording) => string {
  const { language } = useLanguage();
  return (wording) => wording[language as keyof Wording];
}

/** The programmes to choose among, and the one chosen in the address: the first when none is. */
export function useProgramme(chosen: string | undefined) {
  const wordingOf = useWording();
  const template = useQuery(templateQuery);
  const programmes = template.data?.programmes ?? [];
  return {
    template,
    options: programmes.map(({ programmeId, title }) => ({ value: programmeId, label: wordingOf(title) })),
    programmeId: programmes.find(({ programmeId }) => programmeId === chosen)?.programmeId ?? programmes[0]?.programmeId,
  };
}
