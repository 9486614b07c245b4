import { curriculumDefined, type CurriculumDefinition } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { Curriculum, CurriculumEvent } from '../curriculum.js';

/** Defines the next version of a programme's curriculum. A version that is defined never changes. */
export function decideDefineCurriculum(
  command: CurriculumDefinition,
  { versions }: Curriculum,
  { now }: { now: string },
): Decision<CurriculumEvent> {
  const { programmeId: id, version, validFrom, modules, earlierGatherings } = command;
  const known = versions.find((definition) => definition.version === version);
  if (known) return alreadySo(id, known, command);
  const next = versions.length + 1;
  if (version !== next) return refuse('version-out-of-order', 'version', { id, next, given: version });
  const newest = versions.at(-1);
  if (newest && validFrom <= newest.validFrom) return refuse('valid-from-out-of-order', 'validFrom', { after: newest.validFrom });
  const ids = modules.map(({ moduleId }) => moduleId);
  const repeated = ids.findIndex((moduleId, index) => ids.indexOf(moduleId) !== index);
  if (repeated >= 0) return refuse('module-repeated', `modules.${repeated}.moduleId`, { id: ids[repeated]! });
  for (const [index, gathering] of earlierGatherings.entries()) {
    const unknown = gathering.modules.find((moduleId) => !ids.includes(moduleId));
    if (unknown) return refuse('unknown-module', `earlierGatherings.${index}.modules`, { id: unknown, programme: id });
  }
  return [curriculumDefined(command, { occurredAt: now })];
}
