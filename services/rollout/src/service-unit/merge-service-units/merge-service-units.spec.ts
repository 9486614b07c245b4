import { describe, it } from '@jest/globals';
import { serviceUnitRegistered, serviceUnitsMerged } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { type Facts, serviceUnit } from '../service-unit.js';
import { about, narvikAndBodo, now, registered } from '../testing.fixture.js';
import { decideMergeServiceUnits, type MergeServiceUnits } from './merge-service-units.js';

const { given } = specification(serviceUnit, decideMergeServiceUnits);
const gratangen: Facts = { name: 'Gratangen', kind: 'municipal', municipalityNumbers: ['5516'], region: 'nord' };
const context = { now, merged: undefined, others: [{ id: 'p02', known: { facts: gratangen, succession: undefined } }] };
const command: MergeServiceUnits = { serviceId: 'p01', from: '2026-01-01', predecessors: ['p02'] };
const merged = serviceUnitsMerged({ ...narvikAndBodo, municipalityNumbers: ['1806', '1804', '5516'], from: '2026-01-01', predecessors: ['p02'] }, about);

describe('merging services', () => {
  it('gives the service that goes on what the others had', () => {
    given(registered).when(command, context).then(merged);
  });

  it('can give it a new name', () => {
    given(registered).when({ ...command, name: 'Hålogaland' }, context).then({ ...merged, data: { ...merged.data, name: 'Hålogaland' } });
  });

  it('keeps districts only where all have them', () => {
    const [one, other] = ['000001', '000002'].map((number): Facts => ({ name: number, kind: 'district', municipalityNumbers: ['5001'], districtNumbers: [number], region: 'midt' }));
    const district = serviceUnitRegistered({ ...one!, serviceId: 'p01' }, about);
    const midt = { ...about, organisation: { service: 'p01', region: 'midt' } };
    const of = (facts: Facts) => ({ ...context, others: [{ id: 'p02', known: { facts, succession: undefined } }] });
    given(district)
      .when(command, of(other!))
      .then(serviceUnitsMerged({ ...one!, serviceId: 'p01', from: '2026-01-01', predecessors: ['p02'], districtNumbers: ['000001', '000002'] }, midt));
    given(district)
      .when(command, of(gratangen))
      .then(serviceUnitsMerged({ serviceId: 'p01', from: '2026-01-01', predecessors: ['p02'], name: '000001', kind: 'intermunicipal', municipalityNumbers: ['5001', '5516'], region: 'midt' }, midt));
  });

  it('does nothing when it is said already', () => {
    given(registered, merged).when(command, context).thenNothing();
  });

  it('refuses a merger with itself, one named twice, and one that is not known', () => {
    given(registered).when({ ...command, predecessors: ['p01'] }, context).thenRefused('service-unit-into-itself', { field: 'predecessors' });
    given(registered).when({ ...command, predecessors: ['p02', 'p02'] }, context).thenRefused('repeated-entry', { field: 'predecessors' });
    given(registered).when(command, { ...context, others: [{ id: 'p02', known: undefined }] }).thenRefused('unknown-service-unit', { field: 'predecessors' });
  });

  it('refuses what others carry on already', () => {
    const succession = { from: '2025-01-01', successors: ['p08'] };
    given(registered)
      .when(command, { ...context, others: [{ id: 'p02', known: { facts: gratangen, succession } }] })
      .thenRefused('service-unit-succeeded', { field: 'predecessors' });
    given(registered).when(command, { ...context, merged: succession }).thenRefused('service-unit-succeeded', { field: 'from' });
  });
});
