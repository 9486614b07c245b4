import { describe, it } from '@jest/globals';
import { serviceUnitRegistered } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { isMunicipality } from '@riggen/reference';
import { serviceUnit } from '../service-unit.js';
import { decideRegisterServiceUnit, type RegisterServiceUnit } from './register-service-unit.js';

const { given } = specification(serviceUnit, decideRegisterServiceUnit);

const now = '2022-04-01T10:00:00.000Z';
const context = { now, isMunicipality };
const shared: RegisterServiceUnit = {
  serviceId: 'p01',
  name: 'Pilottjeneste 01',
  kind: 'intermunicipal',
  municipalityNumbers: ['1806', '1804'],
  region: 'nord',
};
const registered = serviceUnitRegistered(shared, { occurredAt: now, organisation: { service: 'p01', region: 'nord' } });

describe('registering a child welfare service', () => {
  it('registers it as an organisation of its region', () => {
    given().when(shared, context).then(registered);
  });

  it('takes a service of one municipality', () => {
    const municipal: RegisterServiceUnit = { ...shared, kind: 'municipal', municipalityNumbers: ['0301'], region: 'ost' };
    given()
      .when(municipal, context)
      .then(serviceUnitRegistered(municipal, { occurredAt: now, organisation: { service: 'p01', region: 'ost' } }));
  });

  it('refuses a municipality that does not exist in 2024', () => {
    given()
      .when({ ...shared, municipalityNumbers: ['9999'] }, context)
      .thenRefused('unknown-municipality', { field: 'municipalityNumbers' });
  });

  it('refuses when only the last of several municipalities does not exist', () => {
    given()
      .when({ ...shared, municipalityNumbers: ['1806', '1804', '1'] }, context)
      .thenRefused('unknown-municipality', { field: 'municipalityNumbers' });
  });

  it('does nothing when the service is registered already with the same content', () => {
    given(registered).when({ ...shared, municipalityNumbers: ['1806', '1804'] }, context).thenNothing();
  });

  it('refuses another name for a service that is known', () => {
    given(registered).when({ ...shared, name: 'Pilottjeneste 02' }, context).thenRefused('known-with-other-content', { field: 'name' });
  });

  it('refuses other municipalities for a service that is known', () => {
    given(registered)
      .when({ ...shared, municipalityNumbers: ['1806'] }, context)
      .thenRefused('known-with-other-content', { field: 'municipalityNumbers' });
  });

  it('refuses another region for a service that is known', () => {
    given(registered).when({ ...shared, region: 'midt' }, context).thenRefused('known-with-other-content', { field: 'region' });
  });
});
