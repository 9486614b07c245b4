import { describe, expect, it } from '@jest/globals';
import { placeNames } from '@riggen/reference';
import fc from 'fast-check';
import { likelyNames } from './likely-names.js';

describe('words that likely name a person', () => {
  it.each([
    ['Snakket med Kari Nordmann om planen', ['Kari Nordmann']],
    ['Kari Nordmann var med', ['Kari Nordmann']],
    ['Kari Nordmann', ['Kari Nordmann']],
    ['Vi møtte Anne-Lise K. O’Brien i går', ['Anne-Lise K. O’Brien']],
    ['avtalt med Per Lund', ['Per Lund']],
    ['Møte i Bergen med Ola Nordmann og Eva Moen', ['Ola Nordmann', 'Eva Moen']],
    ['Samtale med mor Kari', ['Kari']],
    ['Barnet Ola trives', ['Ola']],
    ['Barnet heter Ola', ['Ola']],
    ['Kontaktperson: Nordmann', ['Nordmann']],
    ['mor Kari Nordmann ringte', ['Kari Nordmann']],
    ['Guten heiter Ola', ['Ola']],
    ['Talked to the child Ola', ['Ola']],
  ])('are found in «%s»', (text, words) => {
    expect(likelyNames(text)).toEqual(words);
  });

  it.each([
    ...['Oppstart utsatt til over sommeren', 'Mor og far vil ha flere møter', 'Mor: Var bekymret. Far: Enig.', 'Barnet. Det trives.', 'Familien i Bergen'],
    ...['Samling på Quality Hotel Gardermoen', 'Vi bruker Familieveiledning og De tre husene', 'Møte med NUBU og RKBU Nord', 'Bufetat Region Vest', 'Meet on Monday'],
    ...['Møte i Oslo. Bergen deltok digitalt', 'Saksbehandler Bergen kommune', 'Se det positive og gi ros', 'Barneverntjenesten Indre Østfold', 'Gamle Oslos plan'],
  ])('are not found in «%s»', (text) => {
    expect(likelyNames(text)).toEqual([]);
  });

  it('are no names of municipalities, counties, districts and regions, wherever they stand', () => {
    expect(placeNames.length).toBeGreaterThan(380);
    const texts = placeNames.flatMap((name) => [name, `Møte i ${name}`, `Samling ${name} i mai`, `vi var i ${name} kommune`, `Barneverntjenesten i ${name}`, `${name}s plan`]);
    expect(texts.filter((text) => likelyNames(text).length)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...placeNames), fc.constantFrom(...placeNames), (one, other) => {
        expect([likelyNames(`fra ${one} ${other}`), likelyNames(`${one}, ${other} og ${one}`)]).toEqual([[], []]);
      }),
    );
  });

  it('are any two capitalised words in a row that are no place, whatever stands around them', () => {
    const invented = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{1,8}xq$/);
    const around = fc.constantFrom('', 'vi snakket med ', 'Møte i Oslo med ', 'avtale: ', 'Ferdig. ');
    fc.assert(
      fc.property(around, invented, invented, (before, first, last) => {
        expect(likelyNames(`${before}${first} ${last} i går`)).toEqual([`${first} ${last}`]);
      }),
    );
  });
});
