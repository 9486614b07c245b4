import { certificateRevoked, type Organisation, type revokeCertificate } from '@riggen/contracts';
import { calendarDateOf, type Decision, refuse } from '@riggen/event-sourcing';
import type { z } from 'zod';
import { holds, type Qualification, type QualificationEvent } from '../qualification.js';

export type RevokeCertificate = z.infer<typeof revokeCertificate.schema>;

/** Revokes the certificate that holds today. */
export function decideRevokeCertificate(
  command: RevokeCertificate,
  state: Qualification,
  { now, organisation }: { now: string; organisation: Organisation | undefined },
): Decision<QualificationEvent> {
  const { certificate } = state;
  if (certificate?.revoked) return [];
  if (!certificate || !holds(state, calendarDateOf(now))) return refuse('no-valid-certificate', 'personId', { id: command.personId });
  return [certificateRevoked({ ...command, code: certificate.code }, { occurredAt: now, ...(organisation && { organisation }) })];
}
