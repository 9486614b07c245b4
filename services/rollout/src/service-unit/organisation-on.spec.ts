import { describe, expect, it } from '@jest/globals';
import { serviceUnitChanged, serviceUnitRegistered, serviceUnitsMerged, serviceUnitSplit } from '@riggen/contracts';
import { carriersOn, organisationOn, type Told } from './organisation-on.js';
import { about, narvikAndBodo } from './testing.fixture.js';

const facts = (name: string, ...municipalityNumbers: string[]) =>
  ({ name, kind: municipalityNumbers.length > 1 ? 'intermunicipal' : 'municipal', municipalityNumbers, region: 'nord' }) as const;
const gratangen = serviceUnitRegistered({ serviceId: 'p02', ...facts('Gratangen', '5516') }, about);
const bodo = serviceUnitRegistered({ serviceId: 'p03', ...facts('Bodø', '1804'), from: '2027-01-01' }, about);
const story = [
  serviceUnitRegistered(narvikAndBodo, about),
  gratangen,
  serviceUnitSplit({
    ...{ serviceId: 'p01', from: '2027-01-01', otherPositionsTo: 'p01', positions: [{ positionId: 'S1', serviceId: 'p03' }] },
    parts: [{ serviceId: 'p01', municipalityNumbers: ['1806', '5516'] }, { serviceId: 'p03', municipalityNumbers: ['1804'] }],
  }, about),
  bodo,
  serviceUnitsMerged({ serviceId: 'p01', from: '2026-01-01', predecessors: ['p02'], ...facts('Ofoten', '1806', '1804', '5516') }, about),
  serviceUnitChanged({ serviceId: 'p01', from: '2028-01-01', ...facts('Narvik', '1806') }, about),
] as unknown as Told[];

/** The services of a day with their municipalities, and those that others carry on. */
const on = (day: string) =>
  Object.fromEntries([...organisationOn(day, story)].map(([id, unit]) => [id, unit.succession ? `→ ${unit.succession.successors.join()}` : `${unit.name}: ${unit.municipalityNumbers.join()}`]));

describe('the organisation on a day', () => {
  it('is what was said of the days until then, in whatever order it was said', () => {
    expect(on('2025-12-31')).toEqual({ p01: 'Narvik og Bodø: 1806,1804', p02: 'Gratangen: 5516' });
    expect(on('2026-01-01')).toEqual({ p01: 'Ofoten: 1806,1804,5516', p02: '→ p01' });
    expect(on('2026-12-31')).toEqual(on('2026-01-01'));
    expect(on('2027-01-01')).toEqual({ p01: 'Ofoten: 1806,5516', p02: '→ p01', p03: 'Bodø: 1804' });
    expect(on('2028-01-01')).toEqual({ p01: 'Narvik: 1806', p02: '→ p01', p03: 'Bodø: 1804' });
  });

  it('knows from whom a service has what it has', () => {
    const units = organisationOn('2027-01-01', story);
    expect([units.get('p01')!.predecessors, units.get('p03')!.predecessors]).toEqual([['p02'], ['p01']]);
  });

  it('places a position where it is carried out', () => {
    const placed = (day: string, serviceId: string, positionId: string, from = '2025-01-01') => carriersOn(day, story)({ serviceId, positionId, from });
    expect([placed('2025-12-31', 'p02', 'S9'), placed('2026-01-01', 'p02', 'S9'), placed('2027-01-01', 'p02', 'S9')]).toEqual(['p02', 'p01', 'p01']);
    expect([placed('2026-12-31', 'p01', 'S1'), placed('2027-01-01', 'p01', 'S1'), placed('2027-01-01', 'p01', 'S2')]).toEqual(['p01', 'p03', 'p01']);
    expect(placed('2027-02-01', 'p01', 'S1', '2027-01-01')).toBe('p01');
  });
});
