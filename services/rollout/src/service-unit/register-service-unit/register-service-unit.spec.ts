import { describe, it } from '@jest/globals';
import { serviceUnitRegistered } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { places } from '../service-unit.lookups.js';
import { serviceUnit } from '../service-unit.js';
import { decideRegisterServiceUnit, type RegisterServiceUnit } from './register-service-unit.js';

const { given } = specification(serviceUnit, decideRegisterServiceUnit);

const now = '2022-04-01T10:00:00.000Z';
const context = { now, places };
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

  const district: RegisterServiceUnit = { ...shared, kind: 'district', municipalityNumbers: ['0301'], districtNumbers: ['030101'], region: 'ost' };

  it('takes a service of a district', () => {
    given()
      .when(district, context)
      .then(serviceUnitRegistered(district, { occurredAt: now, organisation: { service: 'p01', region: 'ost' } }));
  });

  it('refuses a district that does not exist, and one outside the municipalities of the service', () => {
    given()
      .when({ ...district, districtNumbers: ['030116'] }, context)
      .thenRefused('unknown-district', { field: 'districtNumbers' });
    given()
      .when({ ...district, districtNumbers: ['000001'] }, context)
      .thenRefused('district-outside-municipalities', { field: 'districtNumbers' });
  });

  it('takes what version 1 of the event says, which knew no districts and no first day', () => {
    given({ ...registered, schemaVersion: 1 }).when(shared, context).thenNothing();
  });
});
