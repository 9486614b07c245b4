import { describe, expect, it } from '@jest/globals';
import type { Caller } from '@riggen/contracts';
import { signCaller, verifyCaller } from './caller-token.js';

const key = 'k'.repeat(48);
const leader: Caller = { kind: 'person', id: 'p1', grants: [{ role: 'local_leader', unit: { level: 'service', service: 's1', region: 'vest' } }] };

describe('the token of a caller', () => {
  it('tells who asks, for as long as it holds', () => {
    expect(verifyCaller(key, signCaller(key, leader, 60))).toEqual(leader);
    expect(verifyCaller(key, signCaller(key, leader, 0))).toBeUndefined();
  });

  it('is worth nothing when it is changed in any place, cut, or signed with another key', () => {
    const token = signCaller(key, leader, 60);
    expect(verifyCaller(`${key.slice(1)}x`, token)).toBeUndefined();
    for (let place = 0; place < token.length - 1; place += 1) {
      const changed = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
      expect(verifyCaller(key, changed)).toBeUndefined();
    }
    for (const other of ['', 'x', '..', token.slice(0, -1), `${token}.x`, token.replace(/[^.]+$/, '')]) expect(verifyCaller(key, other)).toBeUndefined();
  });

  it('takes neither an unsigned header nor the system itself', () => {
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    expect(verifyCaller(key, signCaller(key, leader, 60).replace(/^[^.]+/, unsigned))).toBeUndefined();
    expect(verifyCaller(key, signCaller(key, { kind: 'system', id: 'start', grants: [] }, 60))).toBeUndefined();
  });
});
