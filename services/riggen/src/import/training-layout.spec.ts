import { describe, expect, it } from '@jest/globals';
import { enrolParticipants } from '@riggen/contracts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from './read-folder.js';
import { runImport } from './run-import.js';

function folderWith(lines: string[]): ReturnType<typeof readFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'riggen-enrolment-'));
  writeFileSync(join(folder, 'enrolment.csv'), ['gathering_id,person_id,service_id,together', ...lines].join('\n'));
  const read = readFolder(folder, '2026-11-29T10:00:00.000Z', 'en', '00');
  rmSync(folder, { recursive: true });
  return read;
}

describe('enrolment.csv', () => {
  it('is a command for each person, and one for those who are kept together', () => {
    const { stages, refusals } = folderWith(['S1,K1,T1,', 'S1,K2,T2,a', 'S1,K3,T1,', 'S1,K4,T2,a', 'S2,K5,T2,a']);
    expect(refusals).toEqual([]);
    const rows = stages.flat();
    expect(rows.every(({ definition }) => definition === enrolParticipants)).toBe(true);
    expect(rows.map(({ command, line, joined }) => ({ command, line, joined }))).toEqual([
      { command: { gatheringId: 'S1', groupId: 'K1', serviceId: 'T1', personIds: ['K1'] }, line: 2, joined: undefined },
      { command: { gatheringId: 'S1', groupId: 'a', serviceId: 'T2', personIds: ['K2', 'K4'] }, line: 3, joined: [3, 5] },
      { command: { gatheringId: 'S1', groupId: 'K3', serviceId: 'T1', personIds: ['K3'] }, line: 4, joined: undefined },
      { command: { gatheringId: 'S2', groupId: 'a', serviceId: 'T2', personIds: ['K5'] }, line: 6, joined: undefined },
    ]);
  });

  it('names a person by the work e-mail of staff.csv: the same key however it is written, and not the address', () => {
    const { stages, refusals } = folderWith(['S1,kari@tjenesten.example.no,T1,', 'S2,Kari@Tjenesten.example.no,T1,', 'S1,nobody@,T1,']);
    const [first, second] = stages.flat().map(({ command }) => (command as { personIds: string[] }).personIds[0]!);
    expect([first, first]).toEqual([second, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(refusals).toMatchObject([{ line: 4, field: 'person_id', reason: 'not-an-email-address' }]);
  });

  it('counts rows, not commands, and tells of each row of a group that is refused', async () => {
    const told: (number | undefined)[] = [];
    const outcome = await runImport(folderWith(['S1,K1,T1,', 'S1,K2,T2,a', 'S1,K3,T2,a']), {
      send: async (_, { command }) =>
        (command as { groupId: string }).groupId === 'a'
          ? { outcome: 'refused', problem: { type: 't', title: 't', status: 422, detail: 'no', reason: 'unknown-employee', errors: [{ pointer: '#/personIds/1', reason: 'unknown-employee', detail: 'no' }] } }
          : { outcome: 'accepted', position: '1' },
      language: 'en',
      marking: undefined,
      onRefusal: ({ line, field }) => void told.push(field === 'person_id' ? line : undefined),
      onProgress: () => {},
    });
    expect(outcome).toEqual({ accepted: 1, unchanged: 0, refused: 2 });
    expect(told).toEqual([3, 4]);
  });

  it('refuses a row without gathering, person or service, with its line', () => {
    const { refusals, stages } = folderWith(['S1,,T1,', 'S1,K2,,', 'S1,K3,T1,']);
    expect(refusals).toMatchObject([{ line: 2, field: 'person_id', reason: 'missing-value' }, { line: 3, field: 'service_id', reason: 'missing-value' }]);
    expect(stages.flat()).toHaveLength(1);
  });
});
