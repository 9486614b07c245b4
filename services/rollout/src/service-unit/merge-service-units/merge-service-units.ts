import { type mergeServiceUnits, serviceUnitsMerged } from '@riggen/contracts';
import { type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { refusedDay, refusedSuccession } from '../refusals.js';
import { type Facts, factsOn, kindFor, type ServiceUnit, type ServiceUnitEvent, type Succession } from '../service-unit.js';

export type MergeServiceUnits = z.infer<typeof mergeServiceUnits.schema>;

/** What is known of a service that goes into another. */
export interface Predecessor {
  id: string;
  known: { facts: Facts; succession: Succession | undefined } | undefined;
}

/** Lets a service carry on others: it has what they had, beside its own. Their positions go on in it. */
export function decideMergeServiceUnits(
  { serviceId, from, predecessors, name }: MergeServiceUnits,
  unit: ServiceUnit,
  { now, merged, others }: { now: string; merged: Succession | undefined; others: Predecessor[] },
): Decision<ServiceUnitEvent> {
  const refused = refusedDay(unit, { serviceId, day: from, field: 'from' }, merged);
  if (refused) return refused;
  if (predecessors.includes(serviceId)) return refuse('service-unit-into-itself', 'predecessors', { id: serviceId });
  const repeated = predecessors.find((id, index) => predecessors.indexOf(id) !== index);
  if (repeated) return refuse('repeated-entry', 'predecessors', { id: repeated });
  if (unit.mergers.some((merger) => merger.from === from && predecessors.every((id) => merger.predecessors.includes(id)))) return [];
  for (const { id, known } of others) {
    if (!known) return refuse('unknown-service-unit', 'predecessors', { id });
    if (known.succession) return refusedSuccession(id, 'predecessors', known.succession);
  }

  const own = factsOn(unit, from)!;
  const all = [own, ...others.map(({ known }) => known!.facts)];
  const municipalityNumbers = [...new Set(all.flatMap((facts) => facts.municipalityNumbers))];
  // Districts remain only where all have them: who serves a municipality whole serves its districts too.
  const districtNumbers = all.every((facts) => facts.districtNumbers) ? [...new Set(all.flatMap((facts) => facts.districtNumbers!))] : undefined;
  const event = {
    ...{ serviceId, from, predecessors, municipalityNumbers },
    name: name ?? own.name,
    kind: kindFor(municipalityNumbers, districtNumbers),
    region: own.region,
    ...(districtNumbers && { districtNumbers }),
  };
  return [serviceUnitsMerged(event, { occurredAt: now, organisation: { service: serviceId, region: own.region } })];
}
