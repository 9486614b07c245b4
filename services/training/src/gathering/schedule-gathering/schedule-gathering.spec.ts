import { describe, it } from '@jest/globals';
import { gatheringScheduled } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { gathering } from '../gathering.js';
import { decideScheduleGathering, type ScheduleGathering } from './schedule-gathering.js';

const { given } = specification(gathering, decideScheduleGathering);

const now = '2022-04-01T10:00:00.000Z';
const context = { now };
const command: ScheduleGathering = {
  gatheringId: 'G01',
  phase: 1,
  targetGroup: 'child_4_12',
  number: 1,
  startsOn: '2022-05-09',
  endsOn: '2022-05-11',
  days: 3,
  format: 'physical',
};
const scheduled = gatheringScheduled(command, { occurredAt: now });

describe('scheduling a gathering', () => {
  it('gives the gathering its dates', () => {
    given().when(command, context).then(scheduled);
  });

  it('belongs to the region that gives it, and is known again there', () => {
    const regional = { ...command, region: 'sor' as const };
    const inRegion = gatheringScheduled(command, { occurredAt: now, organisation: { region: 'sor' } });
    given().when(regional, context).then(inRegion);
    given(inRegion).when(regional, context).thenNothing();
    given(inRegion).when({ ...command, region: 'vest' as const }, context).thenRefused('known-with-other-content', { field: 'region' });
  });

  it('records a gathering that was held before Riggen', () => {
    const held = { ...command, startsOn: '2021-09-06', endsOn: '2021-09-07', days: 2 };
    given().when(held, context).then(gatheringScheduled(held, { occurredAt: now }));
  });

  it('allows a gathering of one day', () => {
    const oneDay = { ...command, endsOn: command.startsOn, days: 1 };
    given().when(oneDay, context).then(gatheringScheduled(oneDay, { occurredAt: now }));
  });

  it('allows fewer days of training than there are days between the dates', () => {
    const withBreak = { ...command, days: 2 };
    given().when(withBreak, context).then(gatheringScheduled(withBreak, { occurredAt: now }));
  });

  it('counts both dates when the clocks change in between', () => {
    const acrossSummerTime = { ...command, startsOn: '2022-03-26', endsOn: '2022-03-28', days: 3 };
    given().when(acrossSummerTime, context).then(gatheringScheduled(acrossSummerTime, { occurredAt: now }));
    given().when({ ...acrossSummerTime, days: 4 }, context).thenRefused('days-outside-dates', { field: 'days' });
  });

  it('refuses a gathering that ends the day before it starts', () => {
    given().when({ ...command, endsOn: '2022-05-08', days: 1 }, context).thenRefused('ends-before-start', { field: 'endsOn' });
  });

  it('refuses one day more than fits between the dates', () => {
    given().when({ ...command, days: 4 }, context).thenRefused('days-outside-dates', { field: 'days' });
  });

  it('does nothing when the gathering is scheduled already with the same content', () => {
    given(scheduled).when({ ...command }, context).thenNothing();
  });

  it('refuses other dates for a gathering that is known', () => {
    given(scheduled).when({ ...command, startsOn: '2022-05-08' }, context).thenRefused('known-with-other-content', { field: 'startsOn' });
  });

  it('refuses another format for a gathering that is known', () => {
    given(scheduled).when({ ...command, format: 'digital' }, context).thenRefused('known-with-other-content', { field: 'format' });
  });
});
