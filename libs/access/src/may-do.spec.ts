import { describe, expect, it } from '@jest/globals';
import type { Caller, Grant } from '@riggen/contracts';
import { commonPlace } from './scope.js';
import { mayDo, operatorCaller, systemCaller } from './may-do.js';

const holding = (...grants: Grant[]): Caller => ({ kind: 'person', id: 'p1', grants });
const leaderOf = (service: string): Caller => holding({ role: 'local_leader', unit: { level: 'service', service, region: 'vest' } });
const regional: Caller = holding({ role: 'regional_team', unit: { level: 'region', region: 'vest' } });
const leaders = { roles: ['local_leader', 'regional_team'] } as const;
const here = { service: 's1', region: 'vest' };

describe('the matrix of access', () => {
  it('lets a role act in its own unit and below, not beside or above', () => {
    expect(mayDo(leaders, leaderOf('s1'), here)).toBe(true);
    expect(mayDo(leaders, leaderOf('s2'), here)).toBe(false);
    expect(mayDo(leaders, leaderOf('s1'), { region: 'vest' })).toBe(false);
    expect(mayDo(leaders, leaderOf('s1'), {})).toBe(false);
    expect(mayDo(leaders, regional, here)).toBe(true);
    expect(mayDo(leaders, regional, { ...here, region: 'nord' })).toBe(false);
    expect(mayDo(leaders, regional, {})).toBe(false);
  });

  it('lets a group be seen by those who hold the group or its service, and no other group', () => {
    const supervisor = holding({ role: 'local_leader', unit: { level: 'group', group: 'g1', service: 's1', region: 'vest' } });
    expect(mayDo(leaders, supervisor, { ...here, group: 'g1' })).toBe(true);
    expect(mayDo(leaders, supervisor, { ...here, group: 'g2' })).toBe(false);
    expect(mayDo(leaders, supervisor, { ...here, service: 's2', group: 'g1' })).toBe(false);
    expect(mayDo(leaders, supervisor, here)).toBe(false);
  });

  it('lets nobody but the system and the operator do what it does not name, or a role that it does not name', () => {
    expect(mayDo(undefined, regional, here)).toBe(false);
    expect(mayDo({ roles: ['auditor'] }, regional, here)).toBe(false);
    expect(mayDo({ roles: [] }, operatorCaller, here)).toBe(true);
    expect(mayDo(undefined, systemCaller('start'), {})).toBe(true);
  });

  it('lets persons act for themselves where it says so', () => {
    expect(mayDo({ roles: [], self: true }, holding(), { ...here, person: 'p1' })).toBe(true);
    expect(mayDo({ roles: [], self: true }, holding(), { ...here, person: 'p2' })).toBe(false);
    expect(mayDo({ roles: [], self: true }, { ...holding(), kind: 'program' }, { person: 'p1' })).toBe(false);
    expect(mayDo({ roles: [] }, holding(), { person: 'p1' })).toBe(false);
  });

  it('tells those who hold a role from those who are only signed in, or have a link', () => {
    const visitor: Caller = { kind: 'program', id: 'link', grants: [] };
    expect(mayDo({ roles: [], open: true }, leaderOf('s1'), {})).toBe(true);
    expect(mayDo({ roles: [], open: true }, holding(), {})).toBe(false);
    expect(mayDo({ roles: [], open: true }, visitor, {})).toBe(false);
    expect(mayDo({ roles: [], link: true }, visitor, {})).toBe(true);
  });
});

describe('the place of several places', () => {
  it('is what they share, and the nation where they share nothing', () => {
    expect(commonPlace([here, here])).toEqual(here);
    expect(commonPlace([here, { service: 's2', region: 'vest' }])).toEqual({ region: 'vest' });
    expect(commonPlace([here, { service: 's2', region: 'nord' }])).toEqual({});
    expect(commonPlace([here, {}])).toEqual({});
    expect(commonPlace([here, undefined])).toBeUndefined();
  });
});
