import { describe, expect, it } from '@jest/globals';
import { competenceArea, teamChanged, teamDissolved, teamFormed } from '@riggen/contracts';
import { fold, isRefusal, specification } from '@riggen/event-sourcing';
import fc from 'fast-check';
import { type ChangeTeam, decideChangeTeam } from './change-team/change-team.js';
import { decideDissolveTeam } from './dissolve-team/dissolve-team.js';
import { decideFormTeam, type FormTeam } from './form-team/form-team.js';
import type { NamedUnit, NamedUnits } from './refusals.js';
import { differences, team } from './team.js';

const now = '2026-11-29T10:00:00.000Z';
const today = '2026-11-29';
const unit = (region: NamedUnit['region'], succession?: NamedUnit['succession']): NamedUnit => ({ region, succession });
const units: NamedUnits = new Map([
  ['p01', unit('nord')],
  ['p02', unit('nord')],
  ['p03', unit('midt')],
  ['p04', unit('nord', { from: '2026-01-01', successors: ['p01'] })],
  ['p05', unit('nord', { from: '2027-01-01', successors: ['p01'] })],
]);
const context = { now, units };

const kari = { personId: 'K1', competence: competenceArea.options.slice(0, 2), represents: ['p01'] };
const ola = { personId: 'K2', competence: ['implementation' as const], represents: [] };
const shared: FormTeam = { teamId: 't1', name: 'Salten', place: { level: 'service', services: ['p01', 'p02'] }, members: [kari], from: '2026-01-01' };
const regional: FormTeam = { ...shared, place: { level: 'region', region: 'nord' } };
const national: FormTeam = { ...shared, place: { level: 'nation' }, members: [{ ...kari, represents: ['nord', 'sor'] }] };
const { from: _, ...facts } = shared;
const inNord = { occurredAt: now, organisation: { region: 'nord' } };
const formed = teamFormed(shared, inNord);
const withOla = teamChanged({ ...facts, members: [kari, ola] }, inNord);
const dissolved = teamDissolved({ teamId: 't1', on: '2026-06-01' }, inNord);

describe('forming a team', () => {
  const { given } = specification(team, decideFormTeam);

  it('belongs to the region where services share it, to the service where it has one for itself, and to the region or the nation above', () => {
    given().when(shared, context).then(formed);
    const single: FormTeam = { ...shared, place: { level: 'service', services: ['p01'] } };
    given().when(single, context).then(teamFormed(single, { occurredAt: now, organisation: { service: 'p01', region: 'nord' } }));
    given().when(regional, context).then(teamFormed(regional, inNord));
    given().when(national, context).then(teamFormed(national, { occurredAt: now, organisation: {} }));
  });

  it('does nothing when it is said again, and refuses the key of another team', () => {
    given(formed).when(shared, context).thenNothing();
    given(formed).when({ ...shared, name: 'Ofoten' }, context).thenRefused('known-with-other-content', { field: 'name' });
  });

  it('refuses services that are not known, stand twice, are carried on by others, or are of another region', () => {
    const of = (...services: string[]): FormTeam => ({ ...shared, place: { level: 'service', services }, members: [] });
    given().when(of('p99'), context).thenRefused('unknown-service-unit', { field: 'place.services' });
    given().when(of('p01', 'p01'), context).thenRefused('repeated-entry', { field: 'place.services' });
    given().when(of('p04'), context).thenRefused('service-unit-succeeded', { field: 'place.services' });
    given().when(of('p01', 'p03'), context).thenRefused('team-across-regions', { field: 'place.services' });
    given().when(of('p05'), context).then(teamFormed(of('p05'), { occurredAt: now, organisation: { service: 'p05', region: 'nord' } }));
  });

  it('refuses a member who stands there twice, or represents what is not of the level below', () => {
    const wrong = (command: FormTeam, represents: string[]) => given().when({ ...command, members: [{ ...kari, represents }] }, context).thenRefused('represents-another', { field: 'members' });
    given().when({ ...shared, members: [kari, kari] }, context).thenRefused('repeated-entry', { field: 'members' });
    wrong(national, ['p01']);
    wrong(regional, ['p03']);
    wrong(regional, ['nord']);
    wrong(shared, ['p05']);
  });
});

describe('changing a team', () => {
  const { given } = specification(team, decideChangeTeam);
  const addOla: ChangeTeam = { teamId: 't1', members: [kari, ola], basedOn: 1 };

  it('tells what the team then is, in full', () => {
    given(formed).when(addOla, context).then(withOla);
  });

  it('belongs to its only service when the others leave it', () => {
    const alone = { ...facts, place: { level: 'service' as const, services: ['p01'] } };
    given(formed).when({ teamId: 't1', services: ['p01'], basedOn: 1 }, context).then(teamChanged(alone, { occurredAt: now, organisation: { service: 'p01', region: 'nord' } }));
  });

  it('does nothing when it is so already, whatever was seen', () => {
    given(formed, withOla).when(addOla, context).thenNothing();
  });

  it('tells whoever saw an older version what is new', () => {
    const { decision } = given(formed, withOla).when({ teamId: 't1', name: 'Ofoten', basedOn: 1 }, context);
    expect(decision).toMatchObject({ reason: 'changed-meanwhile', field: 'basedOn', params: { what: 'Salten', change: 'members: +K2' } });
  });

  it('refuses to let a represented service go, services of a regional team, and a team that is not there', () => {
    given(formed).when({ teamId: 't1', services: ['p02'], basedOn: 1 }, context).thenRefused('represents-another', { field: 'members' });
    given(teamFormed(regional, inNord)).when({ teamId: 't1', services: ['p01'], basedOn: 1 }, context).thenRefused('team-without-services', { field: 'services' });
    given().when(addOla, context).thenRefused('unknown-team', { field: 'teamId' });
    given(formed, dissolved).when(addOla, context).thenRefused('team-dissolved', { field: 'teamId' });
  });

  it('lets only the first of two editors who saw the same change it, whatever they change', () => {
    const name = fc.constantFrom('Salten', 'Ofoten', 'Lofoten');
    const members = fc.subarray([kari, ola]);
    const edit = fc.record({ name, members }).map((change): ChangeTeam => ({ teamId: 't1', ...change, basedOn: 1 }));
    fc.assert(
      fc.property(edit, edit, (first, second) => {
        const before = fold(team, [formed]);
        const decided = decideChangeTeam(first, before, context);
        if (isRefusal(decided) || !decided.length) return;
        const after = fold(team, decided, before);
        const answer = decideChangeTeam(second, after, context);
        const isSame = second.name === first.name && JSON.stringify(second.members) === JSON.stringify(first.members);
        expect(isRefusal(answer) ? answer.reason : answer).toEqual(isSame ? [] : 'changed-meanwhile');
      }),
    );
  });
});

describe('what became of a team', () => {
  it('is said by the fields: who came, who went, and who is able to other things', () => {
    const after = { ...facts, name: 'Ofoten', place: { level: 'service' as const, services: ['p01', 'p05'] }, members: [{ ...kari, competence: [] }, ola] };
    expect(differences(facts, after)).toBe('name: Ofoten; services: +p05 −p02; members: +K2 ±K1');
  });
});

describe('dissolving a team', () => {
  const { given } = specification(team, decideDissolveTeam);

  it('is said once', () => {
    given(formed).when({ teamId: 't1', on: '2026-06-01' }, { now }).then(dissolved);
    given(formed, dissolved).when({ teamId: 't1', on: '2026-06-01' }, { now }).thenNothing();
    given(formed, dissolved).when({ teamId: 't1', on: today }, { now }).thenRefused('team-dissolved');
  });

  it('refuses a team that is not known, and a day that has not come or is before the team', () => {
    given().when({ teamId: 't1', on: today }, { now }).thenRefused('unknown-team');
    given(formed).when({ teamId: 't1', on: '2026-11-30' }, { now }).thenRefused('date-after-today', { field: 'on' });
    given(formed).when({ teamId: 't1', on: '2025-12-31' }, { now }).thenRefused('dissolved-before-formed', { field: 'on' });
  });
});
