import type { getImplementationTemplate } from '@riggen/contracts';
import type { z } from 'zod';
import { useAnswer } from '../api/useAnswer.js';
import { useLanguage } from '../language/useLanguage.js';

type Wording = z.infer<(typeof getImplementationTemplate)['output']>['programmes'][number]['title'];

/** A wording of the national template in the chosen language. */
export function useWording(): (wording: Wording) => string {
  const { language } = useLanguage();
  return (wording) => wording[language as keyof Wording];
}

/** The programmes to choose among, and the one chosen in the address: the first when none is. */
export function useProgramme(chosen: string | undefined) {
  const wordingOf = useWording();
  const template = useAnswer<typeof getImplementationTemplate>({ service: 'rollout', name: 'implementation-template' });
  const programmes = template.data?.programmes ?? [];
  return {
    template,
    options: programmes.map(({ programmeId, title }) => ({ value: programmeId, label: wordingOf(title) })),
    programmeId: programmes.find(({ programmeId }) => programmeId === chosen)?.programmeId ?? programmes[0]?.programmeId,
  };
}
