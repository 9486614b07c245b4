import { describe, expect, it } from '@jest/globals';
import { positionCorrected, positionEnded, serviceUnitRegistered, serviceUnitSplit } from '@riggen/contracts';
import { fold, isRefusal, specification } from '@riggen/event-sourcing';
import fc from 'fast-check';
import { serviceUnit, type ServiceUnitEvent } from '../service-unit.js';
import { about, narvikAndBodo, now, opened, position, registered } from '../testing.fixture.js';
import { decideOpenPosition } from './open-position.js';

const { given } = specification(serviceUnit, decideOpenPosition);
const context = { now, merged: undefined, carried: [] };
const next = position({ positionId: 'S2', from: '2026-01-01' });

describe('employing a person in a service', () => {
  it('opens a position, with or without a last day', () => {
    given(registered).when(position(), context).then(opened());
    given(registered).when(position({ to: '2025-06-30', percentage: 80 }), context).then(opened({ to: '2025-06-30', percentage: 80 }));
  });

  it('takes a new position of the person from the day after the last one', () => {
    given(registered, opened({ to: '2025-12-31' })).when(next, context).then(opened(next));
  });

  it('takes another person on the same days', () => {
    given(registered, opened()).when({ ...next, personId: 'K2' }, context).then(opened({ ...next, personId: 'K2' }));
  });

  it('refuses a position that overlaps another of the person in the service', () => {
    given(registered, opened()).when(next, context).thenRefused('overlapping-position', { field: 'from' });
    given(registered, opened({ to: '2026-01-01' })).when(next, context).thenRefused('overlapping-position', { field: 'from' });
    given(registered, opened({ from: '2026-06-01' })).when(next, context).thenRefused('overlapping-position', { field: 'from' });
  });

  it('goes by what an ended or corrected position now is', () => {
    given(registered, opened(), positionEnded({ ...position(), to: '2025-12-31' }, about)).when(next, context).then(opened(next));
    given(registered, opened({ to: '2025-12-31' }), positionCorrected({ ...position(), reason: 'Feil dato' }, about)).when(next, context).thenRefused('overlapping-position');
  });

  it('refuses one that overlaps a position which goes on from a service before this one', () => {
    given(registered).when(next, { ...context, carried: [position({ serviceId: 'p00', from: '2025-07-01' })] }).thenRefused('overlapping-position');
    given(registered).when(next, { ...context, carried: [position({ serviceId: 'p00', from: '2025-07-01', to: '2025-12-31' })] }).then(opened(next));
  });

  it('lets a person whose position went elsewhere by a split come back', () => {
    const parts = [{ serviceId: 'p01', municipalityNumbers: ['1806'] }, { serviceId: 'p03', municipalityNumbers: ['1804'] }];
    const split = serviceUnitSplit({ serviceId: 'p01', from: '2026-01-01', parts, positions: [{ positionId: 'S1', serviceId: 'p03' }], otherPositionsTo: 'p01' }, about);
    given(registered, opened(), split).when(next, context).then(opened(next));
    given(registered, opened(), split).when({ ...next, from: '2025-12-31' }, context).thenRefused('overlapping-position');
  });

  it('does nothing when the position is known with the same content, and refuses other content', () => {
    given(registered, opened()).when(position(), context).thenNothing();
    given(registered, opened()).when(position({ role: 'leader' }), context).thenRefused('known-with-other-content', { field: 'role' });
  });

  it('refuses days that do not fit: an end before the start, before the service, after its end', () => {
    given(registered).when(position({ to: '2024-12-31' }), context).thenRefused('position-ends-before-start', { field: 'to' });
    given(serviceUnitRegistered({ ...narvikAndBodo, from: '2025-02-01' }, about)).when(position(), context).thenRefused('before-service-unit', { field: 'from' });
    given(registered).when(next, { ...context, merged: { from: '2026-01-01', successors: ['p09'] } }).thenRefused('service-unit-succeeded', { field: 'from' });
    given().when(position(), context).thenRefused('unknown-service-unit', { field: 'serviceId' });
  });

  it('never lets a person have two positions on one day, whatever is asked for', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-02-${String(n).padStart(2, '0')}`);
    const wanted = fc.array(fc.record({ from: day, to: fc.option(day, { nil: undefined }), personId: fc.constantFrom('K1', 'K2') }), { maxLength: 12 });
    fc.assert(
      fc.property(wanted, (wishes) => {
        let events: ServiceUnitEvent[] = [registered];
        for (const [n, { from, to, personId }] of wishes.entries()) {
          const wish = position({ positionId: `S${n}`, personId, from, ...(to && { to }) });
          const decision = decideOpenPosition(wish, fold(serviceUnit, events), context);
          if (!isRefusal(decision)) events = [...events, ...decision];
        }
        for (let n = 1; n <= 28; n += 1) {
          const on = `2026-02-${String(n).padStart(2, '0')}`;
          const there = events.flatMap(({ type, data }) => (type === 'PositionOpened' && data.from <= on && (data.to ?? '9') >= on ? [data.personId] : []));
          expect(new Set(there).size).toBe(there.length);
        }
      }),
    );
  });
});
