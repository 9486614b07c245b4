import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { registerServiceUnit } from '@riggen/contracts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { readFolder } from './read-folder.js';

const now = '2026-11-29T10:00:00.000Z';
const header = 'kommunenummer,navn_visning,kommunenummer_2021,samarbeid_id,organisering_2021,samarbeid_kommunenummer,samarbeid_kommuner,vertskommune,merknad\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riggen-organisation-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  const { stages, refusals, missing } = readFolder(folder, now, 'en', '00');
  const rows = stages.flat();
  const unfit = rows.filter(({ definition, command }) => !definition.schema.safeParse(command).success);
  expect(unfit).toEqual([]);
  return { rows, refusals, missing, services: rows.map(({ command }) => command as z.input<typeof registerServiceUnit.schema>) };
};

describe('the list of municipal cooperation of 2021', () => {
  it('gives a service for each cooperation and each municipality that has its own, real unless something else is said', () => {
    const { services, rows, refusals, missing } = read(
      'barnevernsamarbeid_2021.csv',
      `${header}1101,Eigersund,1101,iks2021-01,interkommunal,1101 1111 1112,Eigersund; Sokndal; Lund,,\n1103,Stavanger,1103,alene2021-1103,egen,,,,\n` +
        '1111,Sokndal,1111,iks2021-01,interkommunal,1101 1111 1112,Eigersund; Sokndal; Lund,,\n1112,Lund,1112,iks2021-01,interkommunal,1101 1111 1112,Eigersund; Sokndal; Lund,,\n',
    );
    expect({ refusals, missing }).toEqual({ refusals: [], missing: [] });
    expect(services).toEqual([
      { serviceId: 'iks2021-01', name: 'Eigersund, Sokndal og Lund', kind: 'intermunicipal', municipalityNumbers: ['1101', '1111', '1112'], region: 'vest' },
      { serviceId: 'alene2021-1103', name: 'Stavanger', kind: 'municipal', municipalityNumbers: ['1103'], region: 'vest' },
    ]);
    expect(rows.map(({ usualMarking }) => usualMarking)).toEqual([undefined, undefined]);
  });

  it('places a cooperation across regions where its most populous municipality is', () => {
    const { services } = read('barnevernsamarbeid_2021.csv', `${header}3430,Os,3430,x1,interkommunal,3430 5001,Os; Trondheim,,\n`);
    expect(services.map(({ region }) => region)).toEqual(['midt']);
  });

  it("lets Oslo stand for its fifteen districts and Trondheim for its four", () => {
    const { services } = read('barnevernsamarbeid_2021.csv', `${header}0301,Oslo,0301,alene2021-0301,egen,,,,\n5001,Trondheim,5001,alene2021-5001,egen,,,,\n`);
    expect([services.filter(({ region }) => region === 'ost').length, services.filter(({ region }) => region === 'midt').length]).toEqual([15, 4]);
    expect(services[0]).toMatchObject({ serviceId: 'bydel-030101', name: 'Gamle Oslo, Oslo', kind: 'district', districtNumbers: ['030101'] });
    expect(new Set(services.map(({ serviceId }) => serviceId)).size).toBe(19);
  });

  it('refuses a municipality that does not exist, or is not in its own cooperation', () => {
    const { refusals } = read('barnevernsamarbeid_2021.csv', `${header}9999,Ingen,9999,alene2021-9999,egen,,,,\n1103,Stavanger,1103,x1,interkommunal,1101 1111,Eigersund; Sokndal,,\n`);
    expect(refusals.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [2, 'kommunenummer', 'unknown-municipality'],
      [3, 'samarbeid_kommunenummer', 'not-in-cooperation'],
    ]);
  });
});

describe('organisation.csv', () => {
  it('registers services with districts and a first day that may lie ahead', () => {
    const columns = 'service_id,name,kind,municipality_numbers,district_numbers,region,from\n';
    const { services } = read('organisation.csv', `${columns}t1,Heimdal,district,5001,000004,midt,2027-01-01\nt2,Orkland,municipal,5059,,midt,\n`);
    expect(services).toEqual([
      { serviceId: 't1', name: 'Heimdal', kind: 'district', municipalityNumbers: ['5001'], districtNumbers: ['000004'], region: 'midt', from: '2027-01-01' },
      { serviceId: 't2', name: 'Orkland', kind: 'municipal', municipalityNumbers: ['5059'], region: 'midt' },
    ]);
  });
});
