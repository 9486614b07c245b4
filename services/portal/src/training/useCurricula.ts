import type { CurriculumDefinition, getCurricula } from '@riggen/contracts';
import { useAnswer } from '../api/useAnswer.js';
import { useLanguage } from '../language/useLanguage.js';

type Title = CurriculumDefinition['name'];

/** The newest curriculum of each programme, and what programmes and modules are called in the chosen language. */
export function useCurricula() {
  const { language } = useLanguage();
  const { data } = useAnswer<typeof getCurricula>({ service: 'training', name: 'curricula' }, { size: 200 });
  const all = data?.items ?? [];
  const newest = all.filter(({ programmeId }, index) => all.findIndex((one) => one.programmeId === programmeId) === index);
  const titleOf = (title: Title | undefined, key: string) => title?.[language as keyof Title] ?? title?.nb ?? key;
  const modules = all.flatMap((curriculum) => curriculum.modules);
  return {
    newest,
    titleOf,
    programmes: newest.map(({ programmeId, name }) => ({ value: programmeId, label: titleOf(name, programmeId) })),
    programmeName: (programmeId: string | null) => titleOf(newest.find((one) => one.programmeId === programmeId)?.name, programmeId ?? '–'),
    moduleName: (moduleId: string) => titleOf(modules.find((one) => one.moduleId === moduleId)?.title, moduleId),
    lecturesOf: (moduleIds: readonly string[]) =>
      modules
        .filter((one, index) => moduleIds.includes(one.moduleId) && modules.findIndex(({ moduleId }) => moduleId === one.moduleId) === index)
        .flatMap(({ lectures }) => lectures.map(({ lectureId, title }) => ({ value: lectureId, label: titleOf(title, lectureId) }))),
  };
}
