import { type certificateAwarded, type certificateRevoked, type EventOf, type supervisorQualified } from '@riggen/contracts';
import type { Evolution } from '@riggen/event-sourcing';

/** One stream for each person and programme: it owns the certificate, and whether the person may supervise. */
export const qualificationStream = (personId: string, programmeId: string): string => `qualification-${qualificationKey(personId, programmeId)}`;

export const qualificationKey = (personId: string, programmeId: string): string => `${personId}@${programmeId}`;

// The names of these events are stored for ever. Never change or reuse one.
export type QualificationEvent =
  | EventOf<typeof certificateAwarded>
  | EventOf<typeof certificateRevoked>
  | EventOf<typeof supervisorQualified>;

export interface Qualification {
  /** The newest certificate. */
  certificate?: EventOf<typeof certificateAwarded>['data'] & { revoked: boolean };
  isSupervisor: boolean;
}

export const qualification: Evolution<Qualification, QualificationEvent> = {
  initialState: { isSupervisor: false },
  evolve(state, event) {
    switch (event.type) {
      case 'CertificateAwarded':
        return { ...state, certificate: { ...event.data, revoked: false } };
      case 'CertificateRevoked':
        return { ...state, ...(state.certificate && { certificate: { ...state.certificate, revoked: true } }) };
      case 'SupervisorQualified':
        return { ...state, isSupervisor: true };
    }
  },
};

export const holds = ({ certificate }: Qualification, today: string): boolean =>
  certificate !== undefined && !certificate.revoked && certificate.validUntil >= today;
