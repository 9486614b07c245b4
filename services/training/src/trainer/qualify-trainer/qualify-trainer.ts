import { type CurriculumDefinition, type qualifyTrainer, trainerQualified } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Trainer, TrainerEvent } from '../trainer.js';

export type QualifyTrainer = z.infer<typeof qualifyTrainer.schema>;

/** Sets which modules a supervisor in the programme may teach; `earlier` is for those who were trainers before Riggen. */
export function decideQualifyTrainer(
  command: QualifyTrainer,
  { qualified }: Trainer,
  { now, curriculum, isSupervisor }: { now: string; curriculum: CurriculumDefinition | undefined; isSupervisor: boolean },
): Decision<TrainerEvent> {
  const { trainerId: id, programmeId, moduleIds, earlier } = command;
  if (!curriculum) return refuse('unknown-programme', 'programmeId', { id: programmeId });
  const unknown = moduleIds.findIndex((moduleId) => !curriculum.modules.some((module) => module.moduleId === moduleId));
  if (unknown >= 0) return refuse('unknown-module', `moduleIds.${unknown}`, { id: moduleIds[unknown]!, programme: programmeId });
  if (isDeepStrictEqual(qualified.get(programmeId) ?? [], moduleIds)) return [];
  if (moduleIds.length && !earlier && !isSupervisor) return refuse('not-a-supervisor', 'trainerId', { id, programme: programmeId });
  return [trainerQualified(command, { occurredAt: now })];
}
