import { describe, expect, it } from '@jest/globals';
import { segmentsOf } from './segments.js';

const position = { positionId: 'P1', ownerServiceId: 'a', from: '2024-01-01', to: null };
const merged = { service: 'a', positionId: '', from: '2026-01-01', successor: 'b' };

describe('the services that have a position', () => {
  it('is one where nothing succeeds it', () => expect(segmentsOf(position, [])).toEqual([{ service: 'a', from: '2024-01-01', to: null }]));
  it('changes on the day of a merger', () =>
    expect(segmentsOf(position, [merged])).toEqual([
      { service: 'a', from: '2024-01-01', to: '2025-12-31' },
      { service: 'b', from: '2026-01-01', to: null },
    ]));
  it('does not change when the position is over before', () =>
    expect(segmentsOf({ ...position, to: '2025-12-31' }, [merged])).toEqual([{ service: 'a', from: '2024-01-01', to: '2025-12-31' }]));
  it('is the successor from the start for a position that begins later', () =>
    expect(segmentsOf({ ...position, from: '2026-03-01' }, [merged])).toEqual([{ service: 'b', from: '2026-03-01', to: null }]));
  it('goes where a split says, and on from there', () => {
    const split = [
      { service: 'b', positionId: 'P1', from: '2027-01-01', successor: 'c' },
      { service: 'b', positionId: '', from: '2027-01-01', successor: 'd' },
    ];
    expect(segmentsOf(position, [merged, ...split]).map(({ service }) => service)).toEqual(['a', 'b', 'c']);
    expect(segmentsOf({ ...position, positionId: 'P2' }, [merged, ...split]).map(({ service }) => service)).toEqual(['a', 'b', 'd']);
  });
  it('stays in a service that goes on as a part of itself', () =>
    expect(segmentsOf(position, [{ ...merged, successor: 'a' }])).toEqual([{ service: 'a', from: '2024-01-01', to: null }]));
});
