import { describe, it } from '@jest/globals';
import { serviceUnitSplit } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { places } from '../service-unit.lookups.js';
import { serviceUnit } from '../service-unit.js';
import { about, now, opened, registered } from '../testing.fixture.js';
import { decideSplitServiceUnit, type SplitServiceUnit } from './split-service-unit.js';

const { given } = specification(serviceUnit, decideSplitServiceUnit);
const context = { now, places, merged: undefined, unknownParts: [] };
const [narvik, bodo] = [{ serviceId: 'p02', municipalityNumbers: ['1806'] }, { serviceId: 'p03', municipalityNumbers: ['1804'] }];
const command: SplitServiceUnit = { serviceId: 'p01', from: '2026-01-01', parts: [narvik, bodo], positions: [], otherPositionsTo: 'p02' };

describe('splitting a service', () => {
  it('says for each position that is open on the day where it goes on', () => {
    given(registered, opened(), opened({ positionId: 'S2', personId: 'K2' }), opened({ positionId: 'S3', personId: 'K3', to: '2025-12-31' }), opened({ positionId: 'S4', personId: 'K4', from: '2026-01-01' }))
      .when({ ...command, positions: [{ positionId: 'S2', serviceId: 'p03' }] }, context)
      .then(serviceUnitSplit({ ...command, positions: [{ positionId: 'S1', serviceId: 'p02' }, { positionId: 'S2', serviceId: 'p03' }] }, about));
  });

  it('lets a service keep a part itself', () => {
    const parts = [{ ...narvik, serviceId: 'p01' }, bodo];
    given(registered).when({ ...command, parts, otherPositionsTo: 'p01' }, context).then(serviceUnitSplit({ ...command, parts, otherPositionsTo: 'p01' }, about));
  });

  it('refuses parts that lack a municipality, have one too many, or share one without districts', () => {
    const refused = (parts: SplitServiceUnit['parts']) => given(registered).when({ ...command, parts }, context).thenRefused('split-does-not-cover', { field: 'parts' });
    refused([narvik, { ...bodo, municipalityNumbers: ['1806'] }]);
    refused([narvik, { ...bodo, municipalityNumbers: ['1804', '5516'] }]);
    refused([narvik, { ...bodo, municipalityNumbers: ['1804', '1806'] }]);
  });

  it('refuses parts that are not registered, or named twice', () => {
    given(registered).when(command, { ...context, unknownParts: ['p03'] }).thenRefused('unknown-service-unit', { field: 'parts' });
    given(registered).when({ ...command, parts: [narvik, { ...bodo, serviceId: 'p02' }] }, context).thenRefused('repeated-entry', { field: 'parts' });
  });

  it('refuses positions that are not there, or that would go on elsewhere', () => {
    given(registered).when({ ...command, positions: [{ positionId: 'S9', serviceId: 'p02' }] }, context).thenRefused('unknown-position', { field: 'positions' });
    given(registered, opened()).when({ ...command, positions: [{ positionId: 'S1', serviceId: 'p09' }] }, context).thenRefused('not-a-part', { field: 'positions' });
    given(registered).when({ ...command, otherPositionsTo: 'p09' }, context).thenRefused('not-a-part', { field: 'otherPositionsTo' });
  });

  it('is done once', () => {
    given(registered, serviceUnitSplit({ ...command, positions: [] }, about)).when(command, context).thenRefused('service-unit-succeeded', { field: 'from' });
  });
});
