import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCase, problemText, registerCaseworker, registerRespondent, registerServiceUnit } from '@riggen/contracts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layout, stages } from './layout.js';
import { readFolder, rowRefusal } from './read-folder.js';

const now = '2022-07-01T10:00:00.000Z';
const pilot = fileURLToPath(new URL('../../demo/pilot-2021-2022', import.meta.url));
const pilotNames = layout.filter(({ usualMarking }) => usualMarking).map(({ name }) => name);
const services = 'service_id,name,kind,municipality_numbers,region\n';
const people = 'person_id,role,service_id,target_group,phase,case_id\n';
const cases = 'case_id,service_id,contact_person_id,target_group,opened_on\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riggen-read-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content);
const read = (language: 'nb' | 'en' = 'en') => readFolder(folder, now, language, '00');

describe('reading a folder', () => {
  it('gives the rows in the stages in which they can be sent, each in the order of its file', () => {
    write('services.csv', `${services}p02,Tjeneste 02,municipal,1804,nord\np01,Tjeneste 01,intermunicipal,1806;1804,nord\n`);
    write('people.csv', `${people}F001,parent,p01,child_4_12,1,S001\nK001,contact_person,p01,child_4_12,1,\n`);
    write('cases.csv', `${cases}S001,p01,K001,child_4_12,2022-03-01\n`);
    const { stages: given, refusals } = read();
    expect(refusals).toEqual([]);
    expect(given).toHaveLength(stages.length);
    expect(given.map((rows) => rows.map(({ definition, file, line, id }) => [definition, file, line, id]))).toEqual([
      [
        [registerServiceUnit, 'services.csv', 2, 'p02'],
        [registerServiceUnit, 'services.csv', 3, 'p01'],
      ],
      [[registerCaseworker, 'people.csv', 3, 'K001']],
      [[openCase, 'cases.csv', 2, 'S001']],
      [[registerRespondent, 'people.csv', 2, 'F001']],
      [],
      [],
    ]);
    expect(given[0]![1]!.command).toMatchObject({ serviceId: 'p01', municipalityNumbers: ['1806', '1804'] });
  });

  it('reads every row of the pilot as a command that fits its contract', () => {
    const { stages: given, refusals, missing } = readFolder(pilot, '2023-01-31T10:00:00.000Z', 'nb', '00');
    expect({ refusals, missing }).toEqual({ refusals: [], missing: [] });
    expect(new Set(given.flat().map(({ file }) => file))).toEqual(new Set(pilotNames));
    const unfit = given.flat().filter(({ definition, command }) => !definition.schema.safeParse(command).success);
    expect(unfit).toEqual([]);
  });

  it('tells which files of the layout are not there, and reads the others', () => {
    write('services.csv', `${services}p01,Tjeneste 01,municipal,1806,nord\n`);
    const { stages: given, missing, refusals } = read();
    expect(missing).toEqual(pilotNames.filter((name) => name !== 'services.csv'));
    expect(refusals).toEqual([]);
    expect(given.flat()).toHaveLength(1);
  });

  it('refuses a CSV file of another name, once, and says which names there are', () => {
    write('services.csv', services);
    write('service.csv', `${services}p01,Tjeneste 01,municipal,1806,nord\n`);
    write('People.CSV', people);
    const { refusals } = read();
    expect(refusals).toHaveLength(2);
    for (const file of ['service.csv', 'People.CSV']) {
      expect(refusals).toContainEqual({ file, wholeFile: true, reason: 'unknown-file', text: expect.stringContaining('services.csv, people.csv') });
    }
  });

  it('leaves files alone that are no CSV', () => {
    write('services.csv', services);
    for (const name of ['README.md', 'expected-report.json', 'services.csv.bak', 'people.xlsx', '.DS_Store']) write(name, 'anything');
    expect(read().refusals).toEqual([]);
  });

  it('throws for a folder that has none of the files, and for one that is not there', () => {
    write('README.md', 'nothing here');
    expect(() => read()).toThrow('services.csv');
    expect(() => readFolder(join(folder, 'nowhere'), now, 'nb', '00')).toThrow('ENOENT');
  });

  it('tells of a file that cannot be read', () => {
    write('services.csv', services);
    mkdirSync(join(folder, 'people.csv'));
    expect(read().refusals).toEqual([{ file: 'people.csv', wholeFile: true, reason: 'unreadable-file', text: expect.stringContaining('EISDIR') }]);
  });

  it('tells what is wrong with a whole file once, and takes none of its rows', () => {
    write('services.csv', `${services}p01,Tjeneste 01,municipal,1806,nord\np02,"Tjeneste 02,municipal,1804,nord\np03,"T,municipal,1804,nord\n`);
    write('people.csv', 'person_id,role\nK001,contact_person\n');
    write('cases.csv', Buffer.from(`\uFEFF${cases}`, 'utf16le'));
    const { stages: given, refusals } = read();
    expect(given.flat()).toEqual([]);
    expect(refusals.map(({ file, line, reason }) => [file, line, reason])).toEqual([
      ['services.csv', 3, 'unclosed-quote'],
      ['people.csv', undefined, 'missing-column'],
      ['cases.csv', undefined, 'file-not-utf8'],
    ]);
  });

  it('refuses a row with file, line, field, reason and text, and its key, while the others are read', () => {
    write(
      'cases.csv',
      [`${cases}S001,p01,K001,child_4_12,2022-07-02`, 'S002,p01,K001,toddlers,2022-07-01', 'S003,p01,K001,child_4_12,2022-07-01', 'S004,p01'].join('\n'),
    );
    const { stages: given, refusals } = read('nb');
    expect(given.flat().map(({ id, line }) => [id, line])).toEqual([['S003', 4]]);
    const refusal = (line: number, reason: string, params: Record<string, string | number>) =>
      ({ file: 'cases.csv', line, reason, text: problemText(reason, params, 'nb') });
    expect(refusals).toEqual([
      { ...refusal(2, 'date-after-today', { date: '2022-07-02' }), field: 'opened_on', id: 'S001' },
      { ...refusal(3, 'not-one-of', { given: 'toddlers', options: 'child_4_12, aftercare' }), field: 'target_group', id: 'S002' },
      { ...refusal(5, 'wrong-number-of-cells', { expected: 5, given: 2 }), id: 'S004' },
    ]);
  });

  it('does not take a refused attendance for a refused gathering or session', () => {
    write('attendance.csv', 'gathering_id,person_id,status\nG01,K001,late\n');
    write('supervision_attendance.csv', 'session_id,person_id,status\nSV001,K001,late\n');
    const { refusals } = read();
    expect(refusals.map(({ field, reason }) => [field, reason])).toEqual([['status', 'not-one-of'], ['status', 'not-one-of']]);
    for (const refusal of refusals) expect(refusal).not.toHaveProperty('id');
  });

  it('refuses a caseworker with a case, a parent without one, and a phase that the pilot did not have', () => {
    write('people.csv', `${people}K001,contact_person,p01,child_4_12,1,S001\nF001,parent,p01,child_4_12,1,\nK002,contact_person,p01,child_4_12,3,\n`);
    expect(read().refusals.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [2, 'case_id', 'must-be-empty'],
      [3, 'case_id', 'missing-value'],
      [4, 'phase', 'not-one-of'],
    ]);
  });

  it('never tells a national identity number that it refuses', () => {
    const testNumber = '01810112345';
    write('services.csv', `${services}p01,Tjeneste ${testNumber},municipal,1806,nord\n`);
    const { refusals } = read();
    expect(refusals).toMatchObject([{ line: 2, field: 'name', reason: 'contains-identity-number' }]);
    expect(JSON.stringify(refusals)).not.toContain(testNumber);
  });
});

describe('a refusal by a service', () => {
  it('is told by the row and column of the file', () => {
    write('people.csv', `${people}F001,parent,p01,child_4_12,1,S001\n`);
    const [row] = read().stages.flat();
    expect(rowRefusal(row!, 'unknown-case', 'No such case.', '#/caseId')).toEqual({
      ...{ file: 'people.csv', line: 2, field: 'case_id' },
      ...{ reason: 'unknown-case', text: 'No such case.' },
    });
    expect(rowRefusal(row!, 'x', '', '#/respondentId').field).toBe('person_id');
    expect(rowRefusal(row!, 'x', '', '#/municipalityNumbers/1').field).toBe('municipality_numbers');
    expect(rowRefusal(row!, 'x', '', undefined)).not.toHaveProperty('field');
  });
});
