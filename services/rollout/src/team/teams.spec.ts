import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeTeam, competenceArea, dissolveTeam, formTeam, listTeams, mergeServiceUnits, registerServiceUnit } from '@riggen/contracts';
import { runningRollout, type RunningRollout } from '../running-rollout.fixture.js';

const municipalities = ['1804', '1806', '1811', '1812'];
const all = competenceArea.options;

describe('implementation teams on a running service', () => {
  let rollout: RunningRollout;

  beforeAll(async () => {
    rollout = await runningRollout();
    for (const [n, number] of municipalities.entries()) {
      await rollout.send(registerServiceUnit, { serviceId: `p${n}`, name: `Tjeneste ${n}`, kind: 'municipal', municipalityNumbers: [number], region: 'nord' });
    }
    await rollout.send(registerServiceUnit, { serviceId: 'm0', name: 'Orkland', kind: 'municipal', municipalityNumbers: ['5059'], region: 'midt' });
    const from = '2026-01-01';
    const formed = [
      await rollout.send(formTeam, { teamId: 'n', name: 'Nasjonalt team', place: { level: 'nation' }, members: [{ personId: 'K1', competence: all, represents: ['nord', 'vest', 'sor'] }], from }),
      await rollout.send(formTeam, { teamId: 'r', name: 'Team nord', place: { level: 'region', region: 'nord' }, members: [{ personId: 'K1', competence: ['teaching'], represents: ['p0', 'p3'] }, { personId: 'K2', competence: ['supervision', 'teaching'], represents: [] }], from }),
      await rollout.send(formTeam, { teamId: 's', name: 'Salten', place: { level: 'service', services: ['p0', 'p1'] }, members: [{ personId: 'K3', competence: [], represents: ['p1'] }], from }),
      await rollout.send(formTeam, { teamId: 'o', name: 'Orkland', place: { level: 'service', services: ['m0'] }, members: [], from }),
    ];
    expect(formed.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
  }, 120_000);
  afterAll(() => rollout?.stop());

  it('tells of each team what competence it lacks and whom nobody represents', async () => {
    const { items, total } = await rollout.ask(listTeams, {});
    expect(total).toBe(4);
    expect(items.map(({ teamId, missingCompetence, unrepresented }) => [teamId, missingCompetence.length, unrepresented.map(({ id }) => id).sort()])).toEqual([
      ['n', 0, ['midt', 'ost']],
      ['r', 3, ['p1', 'p2']],
      ['o', 5, []],
      ['s', 5, ['p0']],
    ]);
    expect(items[1]!.missingCompetence).toEqual(['child_welfare', 'family_work', 'implementation']);
  }, 60_000);

  it('finds teams by level, region and service, a page at a time', async () => {
    const ids = async (input: Parameters<typeof rollout.ask<typeof listTeams>>[1]) => (await rollout.ask(listTeams, input)).items.map(({ teamId }) => teamId);
    expect(await ids({ level: 'service' })).toEqual(['o', 's']);
    expect(await ids({ region: 'nord' })).toEqual(['r', 's']);
    expect(await ids({ serviceId: 'p1' })).toEqual(['s']);
    expect(await ids({ serviceId: 'p2' })).toEqual([]);
    expect(await ids({ size: 2, page: 2 })).toEqual(['o', 's']);
  }, 60_000);

  it('tells the second of two editors what the first has changed', async () => {
    const first = await rollout.send(changeTeam, { teamId: 's', members: [{ personId: 'K3', competence: all, represents: ['p1', 'p0'] }, { personId: 'K4', competence: [], represents: [] }], basedOn: 1 });
    expect(first.outcome).toBe('accepted');
    const second = await rollout.send(changeTeam, { teamId: 's', name: 'Salten og Ofoten', basedOn: 1 });
    expect(second).toMatchObject({ outcome: 'refused', problem: { status: 409, reason: 'changed-meanwhile', detail: expect.stringContaining('members: +K4 ±K3') } });
    const { items } = await rollout.ask(listTeams, { serviceId: 'p0' });
    expect(items).toMatchObject([{ version: 2, missingCompetence: [], unrepresented: [], members: [{ personId: 'K3' }, { personId: 'K4' }] }]);
  }, 60_000);

  it('follows services into the one that carries them on', async () => {
    await rollout.send(mergeServiceUnits, { serviceId: 'p0', predecessors: ['p1', 'p3'], from: '2026-06-01', name: 'Salten' });
    const { items } = await rollout.ask(listTeams, { region: 'nord' });
    expect(items.map(({ teamId, services, unrepresented }) => [teamId, services.map(({ name }) => name), unrepresented.map(({ id }) => id)])).toEqual([
      ['r', [], ['p2']],
      ['s', ['Salten'], []],
    ]);
  }, 60_000);

  it('shows no team that is dissolved', async () => {
    await rollout.send(dissolveTeam, { teamId: 's', on: '2026-11-01' });
    expect((await rollout.ask(listTeams, { level: 'service' })).items.map(({ teamId }) => teamId)).toEqual(['o']);
  }, 60_000);
});
