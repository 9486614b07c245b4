import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makePersonKnown, openPosition } from '@riggen/contracts';
import { InMemoryEventStore, InMemoryKeyVault } from '@riggen/event-store';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from './read-folder.js';
import type { ImportRefusal } from './row-refusal.js';
import { runImport, type Send } from './run-import.js';
import { trialOf } from './trial.js';

const secret = 'ab'.repeat(32);
const services = 'service_id,name,kind,municipality_numbers,district_numbers,region,from\nt1,Orkland,municipal,5059,,midt,\nt2,Oppdal,municipal,5021,,midt,\n';
const header = 'service_id,role,from,to,percentage,name,work_email,work_phone,language\n';
const email = (n: number) => `person${n}@orkland.example.no`;
const line = (n: number) => `t${(n % 2) + 1},caseworker,2025-01-01,,${n % 3 ? 80 : ''},Person ${String.fromCharCode(65 + (n % 26))},${email(n)},${n % 2 ? '' : '22 22 22 22'},nb`;
const two = [1, 2].map(line);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'riggen-staff-'));
  writeFileSync(join(folder, 'organisation.csv'), services);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (lines: string[], key = secret) => {
  writeFileSync(join(folder, 'staff.csv'), header + lines.join('\n'));
  return readFolder(folder, '2026-11-29T10:00:00.000Z', 'en', key);
};
const anEmptySystem = () => trialOf(new InMemoryEventStore(), new InMemoryKeyVault(), async () => null);

async function imported(send: Send, lines: string[]) {
  const refusals: ImportRefusal[] = [];
  const outcome = await runImport(read(lines), { send, language: 'en', marking: undefined, onRefusal: (refusal) => void refusals.push(refusal), onProgress: () => {} });
  return { ...outcome, refusals: refusals.map((refusal) => [refusal.line, refusal.field, refusal.reason]) };
}

const commandsOf = (lines: string[], key?: string) =>
  read(lines, key)
    .stages.flat()
    .filter(({ file }) => file === 'staff.csv')
    .map(({ definition, command, usualMarking }) => ({ definition, command: command as Record<string, unknown>, usualMarking }));

describe('staff.csv', () => {
  it('takes in two hundred people with their positions, and adds nothing the second time', async () => {
    const send = anEmptySystem();
    const people = Array.from({ length: 200 }, (_, n) => line(n));
    expect(await imported(send, people)).toEqual({ accepted: 402, unchanged: 0, refused: 0, refusals: [] });
    expect(await imported(send, people)).toEqual({ accepted: 0, unchanged: 402, refused: 0, refusals: [] });
  }, 60_000);

  it('makes a person known by the first row and opens a position by each, real unless something else is said', () => {
    const commands = commandsOf([two[0]!, `t1,leader,2026-02-01,2027-01-31,20,Person B,${email(1).toUpperCase()},,nb`]);
    expect(commands.map(({ definition }) => definition)).toEqual([makePersonKnown, openPosition, openPosition]);
    const [person, first, second] = commands.map(({ command }) => command);
    expect(person).toMatchObject({ serviceId: 't2', name: 'Person B', workEmail: email(1), language: 'nb' });
    expect(second).toMatchObject({ serviceId: 't1', role: 'leader', from: '2026-02-01', to: '2027-01-31', percentage: 20 });
    expect([first!['personId'], second!['personId']]).toEqual([person!['personId'], person!['personId']]);
    expect(commands.map(({ usualMarking }) => usualMarking)).toEqual([undefined, undefined, undefined]);
  });

  it('makes the key of a person with the secret: another system makes another', () => {
    const keyOf = (key?: string) => commandsOf([two[0]!], key)[0]!.command['personId'];
    expect(keyOf()).toBe(keyOf());
    expect(keyOf('cd'.repeat(32))).not.toBe(keyOf());
  });

  it('refuses bad rows, each line once and with nothing of it taken in, while the others go in', async () => {
    const wrong = [
      't1,chief,2025-01-01,,,Kari N,a@example.no,,nb',
      't1,caseworker,2025-01-01,,,Kari N,nowhere,,nb',
      't9,caseworker,2025-01-01,,,Kari N,b@example.no,,nb',
      't1,caseworker,2025-01-01,,,Kari N,c@example.no,12,nb',
      't1,caseworker,2025-01-01,2024-12-31,,Kari N,d@example.no,,nb',
      `t1,caseworker,2026-01-01,,,Somebody Else,${email(1)},,nb`,
    ];
    const { refusals, ...counts } = await imported(anEmptySystem(), [...two, ...wrong]);
    expect(refusals.sort()).toEqual([
      [4, 'role', 'not-one-of'],
      [5, 'work_email', 'not-an-email-address'],
      [6, 'service_id', 'unknown-service-unit'],
      [7, 'work_phone', 'invalid-value'],
      [8, 'to', 'position-ends-before-start'],
      [9, 'name', 'known-with-other-content'],
    ]);
    // The services, both people with their positions, and the person whose position has wrong days.
    expect(counts).toEqual({ accepted: 7, unchanged: 0, refused: 6 });
  });

  it('refuses an address that somebody has who is known under another key', async () => {
    const send = trialOf(new InMemoryEventStore(), new InMemoryKeyVault(), async (address) => (address === email(1) ? { personId: 'K1' } : null));
    expect((await imported(send, two)).refusals).toEqual([[2, 'work_email', 'email-of-another']]);
  });
});
