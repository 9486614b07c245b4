import { describe, expect, it } from '@jest/globals';
import { headline } from './headline.js';
import { hidden, shown, smallPilot, surveysWith } from './testing/small-pilot.js';

const headlineWith = (means: Parameters<typeof surveysWith>[0]) => headline({ ...smallPilot, surveys: surveysWith(means) });

describe('the headline', () => {
  it('tells of the pair that is furthest apart, and in what', () => {
    expect(headline(smallPilot)).toEqual([
      { key: 'pilot.headline.firstHigher.aftercare' },
      { key: 'pilot.headline.widest', values: { statement: 'asked_for_opinion', first: 6.2, second: 5.3 } },
    ]);
  });

  it('says that caseworkers rate higher when they do', () => {
    const [first] = headlineWith({
      parent_weekly: { good_cooperation: shown(5.1) },
      contact_child_weekly: { good_cooperation: shown(6.2) },
    });
    expect(first.key).toBe('pilot.headline.secondHigher.families');
  });

  it('says that the sides agree when no gap is clear', () => {
    const [first, rest] = headlineWith({
      parent_weekly: { good_cooperation: shown(5.9) },
      contact_child_weekly: { good_cooperation: shown(5.7) },
    });
    expect(first.key).toBe('pilot.headline.similar');
    expect(rest?.values).toMatchObject({ statement: 'good_cooperation' });
  });

  it('says so when too few have answered to show the figures', () => {
    expect(
      headlineWith({ youth_weekly: { good_cooperation: hidden }, contact_aftercare_weekly: { good_cooperation: hidden } }),
    ).toEqual([{ key: 'pilot.headline.hidden' }]);
  });

  it('says so when there is too little data', () => {
    expect(headlineWith({})).toEqual([{ key: 'pilot.headline.tooLittle' }]);
  });
});
