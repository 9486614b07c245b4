import { describe, it } from '@jest/globals';
import { personErased, personMadeKnown } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { person } from '../person.js';
import { decideErasePerson, type ErasePerson } from './erase-person.js';

const { given } = specification(person, decideErasePerson);
const now = '2026-03-02T09:00:00.000Z';
const known = personMadeKnown({ personId: 'u1', name: 'Kari Nordmann', workEmail: 'kari@tjenesten.example.no', language: 'nb' }, { occurredAt: now });
const erase: ErasePerson = { personId: 'u1', reason: 'asked_for' };

describe('erasing a person', () => {
  it('is done with its reason', () => {
    given(known).when(erase, { now }).then(personErased(erase, { occurredAt: now }));
  });

  it('is done once, whatever the reason the second time', () => {
    given(known, personErased(erase, { occurredAt: now })).when({ ...erase, reason: 'left' }, { now }).thenNothing();
  });

  it('refuses a key that nobody has', () => {
    given().when(erase, { now }).thenRefused('no-such-person', { field: 'personId' });
  });
});
