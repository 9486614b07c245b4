import { describe, it } from '@jest/globals';
import { serviceUnitChanged, serviceUnitRegistered, serviceUnitSplit } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { places } from '../service-unit.lookups.js';
import { serviceUnit } from '../service-unit.js';
import { about, narvikAndBodo, now, registered } from '../testing.fixture.js';
import { type ChangeServiceUnit, decideChangeServiceUnit } from './change-service-unit.js';

const { given } = specification(serviceUnit, decideChangeServiceUnit);
const context = { now, places, merged: undefined };
const rename: ChangeServiceUnit = { serviceId: 'p01', from: '2026-01-01', name: 'Ofoten og Salten' };
const renamed = serviceUnitChanged({ ...narvikAndBodo, name: 'Ofoten og Salten', from: '2026-01-01' }, about);

describe('changing a service from a day', () => {
  it('tells what the service then is, in full', () => {
    given(registered).when(rename, context).then(renamed);
  });

  it('belongs to the new region when that changes', () => {
    given(registered)
      .when({ serviceId: 'p01', from: '2026-01-01', region: 'midt' }, context)
      .then(serviceUnitChanged({ ...narvikAndBodo, region: 'midt', from: '2026-01-01' }, { ...about, organisation: { service: 'p01', region: 'midt' } }));
  });

  it('rests on what the service is on that day, not on what it becomes later', () => {
    given(registered, renamed)
      .when({ serviceId: 'p01', from: '2025-01-01', kind: 'municipal', municipalityNumbers: ['1806'] }, context)
      .then(serviceUnitChanged({ ...narvikAndBodo, kind: 'municipal', municipalityNumbers: ['1806'], from: '2025-01-01' }, about));
  });

  it('lets the districts go when the municipalities change without them', () => {
    const district = serviceUnitRegistered({ ...narvikAndBodo, kind: 'district', municipalityNumbers: ['5001'], districtNumbers: ['000001'] }, about);
    given(district)
      .when({ serviceId: 'p01', from: '2026-01-01', kind: 'municipal', municipalityNumbers: ['5001'] }, context)
      .then(serviceUnitChanged({ ...narvikAndBodo, kind: 'municipal', municipalityNumbers: ['5001'], from: '2026-01-01' }, about));
  });

  it('does nothing when the service is so already', () => {
    given(registered, renamed).when(rename, context).thenNothing();
  });

  it('refuses a service that is not known, a change of nothing, and a municipality that does not exist', () => {
    given().when(rename, context).thenRefused('unknown-service-unit', { field: 'serviceId' });
    given(registered).when({ serviceId: 'p01', from: '2026-01-01' }, context).thenRefused('nothing-to-change');
    given(registered)
      .when({ ...rename, municipalityNumbers: ['9999'] }, context)
      .thenRefused('unknown-municipality', { field: 'municipalityNumbers' });
  });

  it('refuses a day before the service exists', () => {
    given(serviceUnitRegistered({ ...narvikAndBodo, from: '2026-02-01' }, about)).when(rename, context).thenRefused('before-service-unit', { field: 'from' });
  });

  it('refuses a service that others carry on by then, and takes a day before that', () => {
    const merged = { from: '2026-01-01', successors: ['p09'] };
    given(registered).when(rename, { ...context, merged }).thenRefused('service-unit-succeeded', { field: 'from' });
    const parts = ['p02', 'p03'].map((serviceId, n) => ({ serviceId, municipalityNumbers: [narvikAndBodo.municipalityNumbers[n]!] }));
    const split = serviceUnitSplit({ serviceId: 'p01', from: '2026-02-01', parts, positions: [], otherPositionsTo: 'p02' }, about);
    given(registered, split).when({ ...rename, from: '2026-02-01' }, context).thenRefused('service-unit-succeeded', { field: 'from' });
    given(registered, split).when(rename, context).then(renamed);
  });
});
