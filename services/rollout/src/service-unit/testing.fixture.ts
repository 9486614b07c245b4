import { positionOpened, serviceUnitRegistered } from '@riggen/contracts';
import type { Position, Registration } from './service-unit.js';

export const now = '2026-03-02T10:00:00.000Z';
export const organisation = { service: 'p01', region: 'nord' };
export const about = { occurredAt: now, organisation };

/** Narvik and Bodø, registered as one service in region nord. */
export const narvikAndBodo: Registration = {
  ...{ serviceId: 'p01', name: 'Narvik og Bodø', kind: 'intermunicipal', municipalityNumbers: ['1806', '1804'], region: 'nord' },
};
export const registered = serviceUnitRegistered(narvikAndBodo, about);

/** A caseworker of that service from January 2025. */
export const position = (changes: Partial<Position> = {}): Position => ({
  ...{ positionId: 'S1', serviceId: 'p01', personId: 'K1', role: 'caseworker', from: '2025-01-01' },
  ...changes,
});
export const opened = (changes: Partial<Position> = {}) => positionOpened(position(changes), about);
