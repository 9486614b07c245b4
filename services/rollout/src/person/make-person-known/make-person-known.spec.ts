import { describe, it } from '@jest/globals';
import { personErased, personMadeKnown } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { person } from '../person.js';
import { decideMakePersonKnown, type MakePersonKnown } from './make-person-known.js';

const { given } = specification(person, decideMakePersonKnown);
const now = '2026-03-02T09:00:00.000Z';
const organisation = { service: 'p01', region: 'nord' };
const context = { now, organisation, sameEmail: undefined };
const kari: MakePersonKnown = { personId: 'u1', serviceId: 'p01', name: 'Kari Nordmann', workEmail: 'kari@tjenesten.example.no', language: 'nb' };
const known = personMadeKnown(kari, { occurredAt: now, organisation });

describe('making a person known', () => {
  it('keeps what is said of the person', () => {
    given().when(kari, context).then(known);
  });

  it('does nothing when it is said again', () => {
    given(known).when(kari, context).thenNothing();
  });

  it('refuses the key of somebody else', () => {
    given(known).when({ ...kari, name: 'Ola Nordmann' }, context).thenRefused('known-with-other-content', { field: 'name' });
  });

  it('refuses an e-mail address that another person has', () => {
    given().when(kari, { ...context, sameEmail: 'u2' }).thenRefused('email-of-another', { field: 'workEmail' });
  });

  it('refuses the key of a person who is erased', () => {
    given(known, personErased({ personId: 'u1', reason: 'left' }, { occurredAt: now })).when(kari, context).thenRefused('person-is-erased', { field: 'personId' });
  });

  it('refuses a service that is not known', () => {
    given().when(kari, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });
});
