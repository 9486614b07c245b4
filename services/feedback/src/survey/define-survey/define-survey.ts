import { type defineSurvey, surveyDefined } from '@riggen/contracts';
import { alreadySo, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import type { Survey, SurveyEvent } from '../survey.js';

export type DefineSurvey = z.infer<typeof defineSurvey.schema>;

/** Defines the next version of a survey. A version that is defined never changes. */
export function decideDefineSurvey(command: DefineSurvey, { versions }: Survey, { now }: { now: string }): Decision<SurveyEvent> {
  const { surveyId: id, version } = command;
  const known = versions.find((definition) => definition.version === version);
  if (known) return alreadySo(id, known, command);
  const next = versions.length + 1;
  if (version !== next) return refuse('version-out-of-order', 'version', { id, next, given: version });
  return [surveyDefined(command, { occurredAt: now })];
}
