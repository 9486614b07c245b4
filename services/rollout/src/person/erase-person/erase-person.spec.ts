import { describe, it } from '@jest/globals';
import { personErased, personMadeKnown } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { person } from '../person.js';
import { decideErasePerson, type ErasePerson } from './erase-person.js';

const { given } = specification(person, decideErasePerson);
const now = '2026-03-02T09:00:00.000Z';
const gone = { now, employedIn: undefined, role: undefined };
const known = personMadeKnown({ personId: 'u1', name: 'Kari Nordmann', workEmail: 'kari@tjenesten.example.no', language: 'nb' }, { occurredAt: now });
const erase: ErasePerson = { personId: 'u1', reason: 'asked_for' };

describe('erasing a person', () => {
  it('is done with its reason', () => {
    given(known).when(erase, gone).then(personErased(erase, { occurredAt: now }));
  });

  it('is done once, whatever the reason the second time', () => {
    given(known, personErased(erase, { occurredAt: now })).when({ ...erase, reason: 'left' }, gone).thenNothing();
  });

  it('refuses a key that nobody has', () => {
    given().when(erase, gone).thenRefused('no-such-person', { field: 'personId' });
  });

  it.each(['asked_for', 'left', 'retention_ended'] as const)('refuses whoever has a position or a role, for the reason %s', (reason) => {
    given(known).when({ ...erase, reason }, { ...gone, employedIn: 'p01' }).thenRefused('person-has-position', { field: 'personId' });
    given(known).when({ ...erase, reason }, { ...gone, role: 'local_leader' }).thenRefused('person-has-role', { field: 'personId' });
  });

  it('is done, position or not, for whoever was recorded by mistake', () => {
    const mistake = { ...erase, reason: 'recorded_by_mistake' } as const;
    given(known).when(mistake, { now, employedIn: 'p01', role: 'caseworker' }).then(personErased(mistake, { occurredAt: now }));
  });
});
