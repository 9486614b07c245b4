import { type assessDrivers, driversAssessed, type mapReadiness, readinessMapped } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { Implementation, ImplementationEvent } from '../implementation.js';
import { refusedOn } from '../refusals.js';
import { templateOf } from '../template.js';

export type MapReadiness = z.infer<typeof mapReadiness.schema>;
export type AssessDrivers = z.infer<typeof assessDrivers.schema>;

/** Records a readiness factor as one that helps or hinders; the newest counts. It may be mapped before the programme begins. */
export function decideMapReadiness(command: MapReadiness, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { factorId, on } = command;
  const refused = refusedOn(state, command, { day: state.started?.startedOn ?? '', field: 'on', now });
  if (refused) return refused;
  if (!templateOf(state.started!.templateVersion).readinessFactors.some((factor) => factor.factorId === factorId)) {
    return refuse('unknown-factor', 'factorId', { id: factorId });
  }
  if (on > calendarDateOf(now)) return refuse('date-after-today', 'on', { date: on });
  if (isDeepStrictEqual(state.readiness[factorId], command)) return [];
  return [readinessMapped(command, { occurredAt: now, organisation: state.organisation })];
}

/** Records an assessment of the drivers; one a day. */
export function decideAssessDrivers(command: AssessDrivers, state: Implementation, { now }: { now: string }): Decision<ImplementationEvent> {
  const { on, scores } = command;
  const refused = refusedOn(state, command, { day: on, field: 'on', now });
  if (refused) return refused;
  const known = new Set(templateOf(state.started!.templateVersion).driverItems.map(({ itemId }) => itemId));
  const unknown = scores.find(({ itemId }) => !known.has(itemId));
  if (unknown) return refuse('unknown-driver-item', 'scores', { id: unknown.itemId });
  const ids = scores.map(({ itemId }) => itemId);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated) return refuse('repeated-entry', 'scores', { id: repeated });
  const sameDay = state.assessments.find((assessment) => assessment.on === on);
  if (sameDay) return isDeepStrictEqual(sameDay, command) ? [] : refuse('assessed-that-day', 'on', { date: on });
  return [driversAssessed(command, { occurredAt: now, organisation: state.organisation })];
}
