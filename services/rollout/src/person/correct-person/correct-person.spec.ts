import { describe, it } from '@jest/globals';
import { personCorrected, personErased, personMadeKnown } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { person } from '../person.js';
import { type CorrectPerson, decideCorrectPerson } from './correct-person.js';

const { given } = specification(person, decideCorrectPerson);
const now = '2026-03-02T09:00:00.000Z';
const organisation = { service: 'p01', region: 'nord' };
const context = { now, organisation, sameEmail: undefined };
const kari: CorrectPerson = { personId: 'u1', serviceId: 'p01', name: 'Kari Nordmann', workEmail: 'kari@tjenesten.example.no', language: 'nb' };
const known = personMadeKnown(kari, { occurredAt: now, organisation });
const newName = { ...kari, name: 'Kari Østby Nordmann' };

describe('correcting what is known of a person', () => {
  it('puts the new in place of the old', () => {
    given(known).when(newName, context).then(personCorrected(newName, { occurredAt: now, organisation }));
  });

  it('does nothing when it is so already', () => {
    given(known, personCorrected(newName, { occurredAt: now, organisation })).when(newName, context).thenNothing();
  });

  it('may keep the address, and refuses that of another', () => {
    given(known).when(newName, { ...context, sameEmail: 'u1' }).then(personCorrected(newName, { occurredAt: now, organisation }));
    given(known).when(newName, { ...context, sameEmail: 'u2' }).thenRefused('email-of-another', { field: 'workEmail' });
  });

  it('refuses a person who is not known, or erased', () => {
    given().when(kari, context).thenRefused('no-such-person', { field: 'personId' });
    given(known, personErased({ personId: 'u1', reason: 'left' }, { occurredAt: now })).when(newName, context).thenRefused('person-is-erased');
  });

  it('refuses a service that is not known', () => {
    given(known).when(newName, { ...context, organisation: undefined }).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });
});
