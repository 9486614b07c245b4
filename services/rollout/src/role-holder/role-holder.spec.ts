import { describe, it } from '@jest/globals';
import { operatorCaller } from '@riggen/access';
import { type Caller, type Grant, roleGiven, roleWithdrawn } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { decideGiveRole, type GiveRole } from './give-role/give-role.js';
import { mostHoldings, roleHolder } from './role-holder.js';
import { decideWithdrawRole } from './withdraw-role/withdraw-role.js';

const now = '2026-03-03T08:00:00.000Z';
const nation = { level: 'nation' } as const;
const vest = { level: 'region', region: 'vest' } as const;
const s1 = { level: 'service', service: 's1', region: 'vest' } as const;
const organisation = { service: 's1', region: 'vest' };
const about = { occurredAt: now, organisation };
const holding = (...grants: Grant[]): Caller => ({ kind: 'person', id: 'giver', grants });
const administrator = holding({ role: 'administrator', unit: nation });
const regional = holding({ role: 'regional_team', unit: vest });
const leader = holding({ role: 'local_leader', unit: s1 });
const caseworkerOf = (part: Partial<GiveRole> = {}): GiveRole => ({
  ...{ personId: 'p1', holdingId: 'h1', role: 'caseworker', unit: s1, from: '2026-03-01', ...part },
});
const as = (caller: Caller) => ({ now, caller, organisation });

describe('to give a role', () => {
  const { given } = specification(roleHolder, decideGiveRole);

  it('is done from a day, and where wanted until a day', () => {
    given().when(caseworkerOf(), as(leader)).then(roleGiven(caseworkerOf(), about));
    const limited = caseworkerOf({ until: '2026-09-01' });
    given().when(limited, as(leader)).then(roleGiven(limited, about));
    given().when(caseworkerOf({ until: '2026-03-01' }), as(leader)).thenRefused('ends-before-start', { field: 'until' });
  });

  it('is done by a leader in the own service, for caseworkers and supervisors only', () => {
    given().when(caseworkerOf({ role: 'local_leader' }), as(leader)).thenRefused('role-not-yours-to-give', { field: 'role' });
    const elsewhere = caseworkerOf({ unit: { ...s1, service: 's2' } });
    given().when(elsewhere, { ...as(leader), organisation: { service: 's2', region: 'vest' } }).thenRefused('role-not-yours-to-give');
  });

  it('is done by a region for local roles in its services, and never for its own level or above', () => {
    given().when(caseworkerOf({ role: 'local_leader' }), as(regional)).then(roleGiven(caseworkerOf({ role: 'local_leader' }), about));
    given().when(caseworkerOf({ role: 'regional_team', unit: vest }), as(regional)).thenRefused('role-not-yours-to-give');
    given().when(caseworkerOf({ role: 'administrator', unit: nation }), as(regional)).thenRefused('role-not-yours-to-give');
    const nord = caseworkerOf({ unit: { ...s1, region: 'nord' } });
    given().when(nord, { ...as(regional), organisation: { service: 's1', region: 'nord' } }).thenRefused('role-not-yours-to-give');
  });

  it('is refused where the unit says another region than the service is in', () => {
    given().when(caseworkerOf({ unit: { ...s1, region: 'nord' } }), as(administrator)).thenRefused('unknown-service-unit', { field: 'unit.service' });
  });

  it('keeps to the level that the role belongs to', () => {
    given().when(caseworkerOf({ role: 'administrator' }), as(administrator)).thenRefused('role-not-of-level', { field: 'unit' });
    given().when(caseworkerOf({ role: 'caseworker', unit: vest }), as(administrator)).thenRefused('role-not-of-level');
  });

  it('has one effect, and a limit', () => {
    given(roleGiven(caseworkerOf(), about)).when(caseworkerOf(), as(leader)).thenNothing();
    given(roleGiven(caseworkerOf(), about)).when(caseworkerOf({ role: 'local_supervisor' }), as(leader)).thenRefused('known-with-other-content');
    const many = Array.from({ length: mostHoldings }, (_, index) => roleGiven(caseworkerOf({ holdingId: `h${index}` }), about));
    given(...many).when(caseworkerOf({ holdingId: 'one-more' }), as(operatorCaller)).thenRefused('too-many-roles');
  });
});

describe('to withdraw a role', () => {
  const { given } = specification(roleHolder, decideWithdrawRole);
  const command = { personId: 'p1', holdingId: 'h1', from: '2026-04-01' };
  const leadership = roleGiven(caseworkerOf({ role: 'local_leader' }), about);

  it('is done by whoever may give it there', () => {
    given(leadership).when(command, { now, caller: regional }).then(roleWithdrawn(command, about));
    given(leadership).when(command, { now, caller: leader }).thenRefused('role-not-yours-to-give');
  });

  it('changes nothing when it has ended by then, and is refused when it was never given', () => {
    given(leadership, roleWithdrawn(command, about)).when({ ...command, from: '2026-05-01' }, { now, caller: regional }).thenNothing();
    given().when(command, { now, caller: regional }).thenRefused('unknown-role-holding', { field: 'holdingId' });
  });
});
