import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pilotPage, type PublishedFigure } from '@riggen/contracts';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { independentReport } from './independent-report.fixture.js';
import { writeRandomFolder } from './random-folder.fixture.js';
import { RunningSystem } from './running-system.fixture.js';
import { sessionOf } from './sign-in.fixture.js';

const pilot = join(process.cwd(), 'services/riggen/demo/pilot-2021-2022');
const printed: unknown = JSON.parse(readFileSync(join(pilot, 'expected-report.json'), 'utf8'));
const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

describe('import and report, on a running system', () => {
  const system = new RunningSystem({ RIGGEN_DEMO: 'people' });
  const scratch = mkdtempSync(join(tmpdir(), 'riggen-folders-'));
  const broken = join(scratch, 'broken');

  beforeAll(() => system.start(), 180_000);
  afterAll(async () => {
    await system.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it('checks a folder with --strict and sends nothing when one row is refused', async () => {
    writeRandomFolder(broken, 3, 3);
    appendFileSync(join(broken, 'services.csv'), 'p11,Pilottjeneste 11,municipal,9999,nord\r\n');
    const { status, stdout } = await system.riggen('import', broken, '--strict');
    expect(status).toBe(1);
    expect(stdout).toContain('refused services.csv line 5, municipality_numbers: There is no municipality with the number 9999');
    expect(lastLine(stdout)).toBe('accepted 0, unchanged 0, refused 1');
    const { stdout: events } = await system.riggen('events');
    // The service of the demo's people is there already.
    expect(events.match(/ServiceUnitRegistered/g)).toHaveLength(1);
  }, 180_000);

  it('gives the figures that the pilot report printed', async () => {
    const { status, stdout } = await system.riggen('import', pilot, '--strict');
    expect({ status, last: lastLine(stdout) }).toEqual({ status: 0, last: 'accepted 4115, unchanged 1, refused 0' });
    expect(independentReport(pilot)).toEqual(printed);
    expect(await system.report()).toEqual(printed);
  }, 180_000);

  it('gives nothing through the gateway that rests on fewer than five people', async () => {
    const answer = await fetch(`http://127.0.0.1:${system.port}/api/dashboards/pilot-evaluation`, { headers: await sessionOf('national', `http://localhost:${system.port}`) });
    const page = pilotPage.parse(await answer.json());
    const figures: PublishedFigure[] = [];
    JSON.stringify(page, (_, value: PublishedFigure) => {
      if (value && typeof value === 'object' && 'hidden' in value) figures.push(value);
      return value;
    });
    const hidden = figures.filter((figure) => figure.hidden);
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.filter(({ value, n }) => value !== null || n !== null)).toEqual([]);

    const rows = (name: string) => readFileSync(join(pilot, name), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
    const groupOf = new Map(rows('supervision_sessions.csv').map(([session, group]) => [session, group]));
    const attendance = (group: string) => rows('supervision_attendance.csv').filter(([session]) => groupOf.get(session) === group);
    const isFew = (count: number) => count > 0 && count < 5;
    const rests = (group: string) => {
      const attended = attendance(group).filter(([, , status]) => status === 'attended').length;
      const people = new Set(attendance(group).map(([, person]) => person)).size;
      return [people, attended, attendance(group).length - attended];
    };
    const small = page.supervision.map(({ groupId, attendance: figure }) => [groupId, figure.hidden === 'few'] as const);
    expect(small).toEqual(small.map(([groupId]) => [groupId, rests(groupId).some(isFew)]));

    const invitedTo = (id: string) => rows('attendance.csv').filter(([gathering]) => gathering === id);
    const sidesOf = (id: string) => {
      const attended = invitedTo(id).filter(([, , status]) => status === 'attended').length;
      return [invitedTo(id).length, attended, invitedTo(id).length - attended];
    };
    const told = page.gatherings.map(({ gatheringId, attended }) => [gatheringId, attended.hidden === 'few'] as const);
    expect(told).toEqual(told.map(([id]) => [id, sidesOf(id).some(isFew)]));
    expect(new Set(told.map(([, isHidden]) => isHidden))).toEqual(new Set([true, false]));
  });

  it('adds nothing when the same folder is imported again', async () => {
    const before = (await system.riggen('events')).stdout;
    const { stdout } = await system.riggen('import', pilot);
    expect(lastLine(stdout)).toBe('accepted 0, unchanged 4116, refused 0');
    expect((await system.riggen('events')).stdout === before).toBe(true);
  }, 180_000);

  it('refuses bad rows with file, line, field and reason, and what refers only to them, and takes in the rest', async () => {
    const folder = join(scratch, 'bad');
    writeRandomFolder(folder, 7, 3);
    rewrite(folder, 'people.csv', (lines) => {
      lines.push('w-new,contact_person,A-1,child_4_12,1,', 'w-unknown,contact_person,A-9,child_4_12,1,');
    });
    rewrite(folder, 'cases.csv', (lines) => {
      lines.push('c-late,A-1,w-new,child_4_12,2999-01-01', 'c-fnr 010190 12345,A-1,w-new,child_4_12,2023-01-01', 'c-short,A-1');
      lines.push('c-lost,A-1,w-unknown,child_4_12,2023-01-01', '"c-æ",A-1,w-new,child_4_12,2023-01-01');
    });
    writeFileSync(join(folder, 'cases.csv'), Buffer.concat([readFileSync(join(folder, 'cases.csv')), Buffer.from('c-\xe6,A-1,w-new,child_4_12,2023-01-01\n', 'latin1')]));
    rewrite(folder, 'survey_responses.csv', (lines) => {
      const answer = (id: string, invitation: string, score: number) => `${id},${invitation},2023-10-01T10:00,yes,in_person,,,,,,,,${score},,,,,,,`;
      const [invitation] = readFileSync(join(folder, 'survey_invitations.csv'), 'utf8').split('\r\n')[1]!.split(',');
      lines.push(answer('r-scale', invitation!, 8), answer('r-nobody', 'i-nobody', 3), answer('r-good', invitation!, 7));
    });
    const { status, stdout } = await system.riggen('import', folder);
    const told = stdout.split('\n').filter((line) => line.startsWith('refused'));
    expect(status).toBe(0);
    const inFile = (file: string) => told.filter((line) => line.startsWith(`refused ${file}`)).map((line) => line.replace(/line \d+/, 'line N'));
    expect(inFile('people.csv')).toEqual([expect.stringMatching(/^refused people.csv line N, service_id: The child welfare service A-9 is not known/)]);
    expect(inFile('cases.csv')).toEqual([
      expect.stringMatching(/line N, opened_on: The date 2999-01-01 is after today/),
      expect.stringMatching(/line N, case_id: The text contains what looks like a national identity number/),
      expect.stringMatching(/line N: The line has 2 cells, not 5/),
      expect.stringMatching(/line N, case_id: The cell is not written in UTF-8/),
      expect.stringMatching(/line N, contact_person_id: The row refers to "w-unknown", which was refused \(people.csv:15\)/),
    ]);
    expect(inFile('survey_responses.csv')).toEqual([
      expect.stringMatching(/line N, met_with_respect: The answer 8 to met_with_respect is outside the scale 1–7/),
      expect.stringMatching(/line N, invitation_id: The invitation i-nobody is not known/),
    ]);
    expect(lastLine(stdout)).toMatch(/^accepted \d+, unchanged 0, refused 8$/);
    const { stdout: events } = await system.riggen('events');
    expect(events.includes('"r-good"') && events.includes('"c-æ"')).toBe(true);
    expect(events.includes('010190')).toBe(false);
  }, 180_000);

  it('keeps the order of the file when a refused gathering is corrected', async () => {
    const folder = join(scratch, 'corrected');
    writeRandomFolder(folder, 99, 3);
    const file = join(folder, 'gatherings.csv');
    const right = readFileSync(file, 'utf8').replaceAll(/^z/gm, 'y');
    const ids = right.trim().split('\r\n').slice(1).map((line) => line.split(',')[0]!);
    rmSync(join(folder, 'attendance.csv'));
    rmSync(join(folder, 'gathering_evaluations.csv'));
    for (const content of [right.replace(/(y8.*,)\w+/, '$1by post'), right]) {
      writeFileSync(file, content);
      await system.riggen('import', folder);
    }
    const { gatherings } = (await system.report()) as { gatherings: { gathering_id: string }[] };
    expect(gatherings.map(({ gathering_id }) => gathering_id).slice(-ids.length)).toEqual(ids);
    expect(gatherings[0]!.gathering_id).toBe('G01');
  }, 180_000);

  it('takes a very long cell, a NUL and a year long ago for what they are', async () => {
    const folder = join(scratch, 'odd');
    writeRandomFolder(folder, 100, 1);
    rewrite(folder, 'services.csv', (lines) => {
      lines.push(`q1,${'x'.repeat(200_000)},municipal,1103,vest`, `q2,${'x'.repeat(300)},municipal,1103,vest`, 'q3,"a\u0000b",municipal,1103,vest', 'q4,Tjeneste,municipal,301,ost');
    });
    rewrite(folder, 'gatherings.csv', (lines) => lines.splice(1, Infinity, 'q5,1,aftercare,1,0021-09-06,0021-09-07,2,physical'));
    const { stdout } = await system.riggen('import', folder);
    const told = stdout.split('\n').filter((line) => /refused (services|gatherings)/.test(line));
    expect(told).toEqual([
      expect.stringMatching(/gatherings.csv line 2, starts_on: The date is before 1990/),
      expect.stringMatching(/services.csv line 5, name: The cell is longer than 4000 characters/),
      expect.stringMatching(/services.csv line 6, name: The text is longer than 200 characters/),
      expect.stringMatching(/services.csv line 7, name: The text contains characters that cannot be shown/),
      expect.stringMatching(/services.csv line 8, municipality_numbers: "301" is no municipality number. Write four digits/),
    ]);
    expect(stdout.length).toBeLessThan(20_000);
  }, 180_000);

  it('refuses a known id with other content', async () => {
    const folder = join(scratch, 'changed');
    cpSync(pilot, folder, { recursive: true });
    rewrite(folder, 'attendance.csv', (lines) => (lines[1] = lines[1]!.replace('attended', 'absent')));
    rewrite(folder, 'survey_responses.csv', (lines) => (lines[1] = lines[1]!.replace('I00191', 'I00001')));
    const before = (await system.riggen('events')).stdout;
    const { stdout } = await system.riggen('import', folder);
    expect(stdout).toMatch(/refused attendance.csv line 2, status: "K001" is known with other content: "attended", not "absent"/);
    expect(stdout).toMatch(/refused survey_responses.csv line 2, response_id: This id was used before with other content/);
    expect(lastLine(stdout)).toBe('accepted 0, unchanged 4114, refused 2');
    // Nor are the answers published once more, as those of a folder of other content.
    expect((await system.riggen('events')).stdout === before).toBe(true);
  }, 180_000);

  it('finds the store and the read models sound', async () => {
    const { status, stdout } = await system.riggen('verify');
    expect(stdout).toMatch(/^verified \d+ events in \d+ streams and \d+ read models: 0 problems$/m);
    expect(status).toBe(0);
  }, 180_000);

  it('gives the same figures from rebuilt read models', async () => {
    const before = await system.report();
    const { stdout, status } = await system.riggen('rebuild');
    expect(status).toBe(0);
    expect(stdout).toContain('rebuilt dashboards.pilot-evaluation');
    expect(await system.report()).toEqual(before);
  }, 180_000);
});

function rewrite(folder: string, name: string, change: (lines: string[]) => void): void {
  const path = join(folder, name);
  const lines = readFileSync(path, 'utf8').trimEnd().split(/\r?\n/);
  change(lines);
  writeFileSync(path, `${lines.join('\n')}\n`);
}
