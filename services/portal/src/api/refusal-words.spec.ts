import { describe, expect, it } from '@jest/globals';
import { namesIn, withNames } from './refusal-words.js';

const answers = [
  { items: [{ personId: 'K001', name: 'Kari Nordmann', serviceId: 'p08' }, { personId: 'K002', name: null }], total: 2 },
  { unit: { serviceId: 'p08', name: 'Salten', region: 'nord' } },
  { programmeId: 'grunnmodellen-4-12', name: { nb: 'Grunnmodellen', nn: 'Grunnmodellen', en: 'The basic model' }, modules: [{ moduleId: 'm1', title: { nb: 'Ros', nn: 'Ros', en: 'Praise' } }] },
  { gatheringId: 'g-1', startsOn: '2027-03-01', endsOn: '2027-03-03', cohortId: 'k-1' },
  undefined,
  'text',
];

describe('a refusal in the words of the pages', () => {
  it.each<[string, Parameters<typeof withNames>[0], string, string]>([
    ['a person', { detail: '', template: '{id} er påmeldt fra før.', params: { id: 'K001' } }, 'nb', 'Kari Nordmann er påmeldt fra før.'],
    ['a title in the language', { detail: '', template: 'Not qualified for {module}.', params: { module: 'm1' } }, 'en', 'Not qualified for Praise.'],
    ['a date, and a gathering by its dates', { detail: '', template: 'Opptatt {date}: {gathering}.', params: { date: '2027-03-01', gathering: 'g-1' } }, 'nb', 'Opptatt 1. mars 2027: 1.–3. mars 2027.'],
    ['several in a list', { detail: '', template: '{changes}.', params: { changes: 'tjenester: +p08 −p09; medlemmer: ±K001' } }, 'nb', 'tjenester: +Salten −p09; medlemmer: ±Kari Nordmann.'],
    ['a key that no page knows', { detail: '', template: '{id} er ikke kjent.', params: { id: 'K002' } }, 'nb', 'K002 er ikke kjent.'],
    ['a number', { detail: '', template: 'Minst {enrolled}.', params: { enrolled: 12 } }, 'nb', 'Minst 12.'],
    ['a text without places', { detail: 'Feltet er tomt.' }, 'nb', 'Feltet er tomt.'],
  ])('calls %s by its name', (_, said, language, text) => {
    expect(withNames(said, namesIn(answers, language), language)).toBe(text);
  });
});
