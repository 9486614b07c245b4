import { describe, expect, it } from '@jest/globals';
import { type Gathering, headlineOf, markOf, type Place, seatsByService } from './gathering-facts.js';

const dates = ['2027-01-12', '2027-01-13'];
const gathering: Gathering = {
  ...{ gatheringId: 'S1', status: 'published', programmeId: 'P', moduleIds: ['m'], cohortId: null, region: 'sor', startsOn: dates[0]!, endsOn: dates[1]! },
  days: dates.map((date) => ({ date, from: '09:00', to: '15:00', format: 'physical', place: 'Skien', link: null })),
  ...{ capacity: 3, placed: 3, offered: 0, waiting: 1, trainers: 0, version: 2, cancelReason: null },
};
const place = (personId: string, statuses: string[] = [], more: Partial<Place> = {}): Place => ({
  ...{ personId, groupId: personId, serviceId: 'T1', status: 'placed', until: null, inLine: null },
  attendance: statuses.map((status, index) => ({ date: dates[index]!, status: status as 'attended', madeUpBy: null })),
  ...more,
});

describe('the places of a gathering', () => {
  it('are full before anybody has attended, whole or in part afterwards', () => {
    expect(markOf(place('K1'), false, 2)).toBe('full');
    expect(markOf(place('K1'), true, 2)).toBe('none');
    expect(markOf(place('K1', ['attended', 'attended']), true, 2)).toBe('full');
    expect(markOf(place('K1', ['attended']), true, 2)).toBe('half');
    expect(markOf(place('K1', ['attended', 'absent']), true, 2)).toBe('half');
    expect(markOf(place('K1', ['absent', 'absent']), true, 2)).toBe('absent');
    expect(markOf(place('K1', [], { attendance: [{ date: dates[0]!, status: 'absent', madeUpBy: 'lecture' }, { date: dates[1]!, status: 'attended', madeUpBy: null }] }), true, 2)).toBe('full');
  });

  it('stand by service, with those who attended each day and those who wait', () => {
    const places = [place('K1', ['attended', 'absent']), place('K2', ['attended', 'attended']), place('K3', [], { serviceId: 'T2', status: 'waiting' }), place('K4', [], { status: 'cancelled' })];
    expect(seatsByService(places, dates)).toEqual([
      { serviceId: 'T1', marks: ['half', 'full'], places: 2, attended: [2, 1], waiting: 0 },
      { serviceId: 'T2', marks: ['open'], places: 0, attended: [0, 0], waiting: 1 },
    ]);
  });
});

describe('the headline of a gathering', () => {
  const keys = (of: Partial<Gathering>, places: Place[] = []) => headlineOf({ ...gathering, ...of }, places, dates[1]!).map((sentence) => sentence?.key.split('.').at(-1));

  it('says how it stands and what to do', () => {
    expect(keys({ status: 'planned' })).toEqual(['planned', 'publish']);
    expect(keys({})).toEqual(['taken', 'waiting']);
    expect(keys({ waiting: 0, placed: 1 })).toEqual(['taken', 'free']);
    expect(keys({ placed: 1, offered: 2 })).toEqual(['taken', 'offered']);
    expect(keys({ status: 'cancelled', cancelReason: 'Snø' })).toEqual(['cancelled', 'because']);
  });

  it('counts those who are done once attendance is taken', () => {
    const places = [place('K1', ['attended', 'attended']), place('K2', ['attended', 'absent']), place('K3')];
    expect(headlineOf(gathering, places, dates[1]!)).toEqual([
      { key: 'training.headline.done', values: { done: 1, count: 3 } },
      { key: 'training.headline.left', values: { count: 1 } },
    ]);
    expect(headlineOf(gathering, places, dates[0]!)).toEqual([
      { key: 'training.headline.begun' },
      { key: 'training.headline.recorded', values: { recorded: 2, count: 3 } },
    ]);
  });
});
