import { describe, expect, it } from '@jest/globals';
import { curriculumDefined } from '@riggen/contracts';
import { specification } from '@riggen/event-sourcing';
import { curriculumOn, versionKey } from '../applicable.js';
import { curriculum } from '../curriculum.js';
import { decideDefineCurriculum } from './define-curriculum.js';
import { standardCurricula } from './standard-curricula/index.js';

const { given } = specification(curriculum, decideDefineCurriculum);
const context = { now: '2026-11-29T10:00:00.000Z' };
const at = { occurredAt: context.now };
const first = standardCurricula[0]!;
const second = { ...first, version: 2, validFrom: '2027-08-01', modules: first.modules.slice(0, 5) };

describe('defining a curriculum', () => {
  it.each(standardCurricula.map((definition) => [definition.programmeId, definition] as const))('takes the standard one of %s', (_, definition) =>
    given().when(definition, context).then(curriculumDefined(definition, at)));
  it('defines the next version beside the first', () => given(curriculumDefined(first, at)).when(second, context).then(curriculumDefined(second, at)));
  it('does nothing when the version is there with the same content', () => given(curriculumDefined(first, at)).when({ ...first }, context).thenNothing());
  it('never changes a version', () =>
    given(curriculumDefined(first, at)).when({ ...first, offerHours: 1 }, context).thenRefused('known-with-other-content', { field: 'offerHours' }));
  it('refuses a version out of order, or valid from no later than the one before', () => {
    given().when(second, context).thenRefused('version-out-of-order', { field: 'version' });
    given(curriculumDefined(first, at)).when({ ...second, validFrom: first.validFrom }, context).thenRefused('valid-from-out-of-order', { field: 'validFrom' });
  });
  it('refuses a module that is there twice, and an earlier gathering with a module that is not there', () => {
    given().when({ ...first, modules: [...first.modules, first.modules[0]!] }, context).thenRefused('module-repeated');
    given().when({ ...first, earlierGatherings: [{ number: 1, modules: ['x'] }] }, context).thenRefused('unknown-module', { field: 'earlierGatherings.0.modules' });
  });
});

describe('the version that applies', () => {
  const known = new Map([
    [first.programmeId, second],
    [versionKey(first.programmeId, 1), first],
  ]);
  const lookups = { find: async (_: unknown, id: string) => known.get(id) };
  it('is the newest that is valid on the day, or the first', async () => {
    expect((await curriculumOn(lookups, first.programmeId, '2027-08-01'))?.version).toBe(2);
    expect((await curriculumOn(lookups, first.programmeId, '2027-07-31'))?.version).toBe(1);
    expect((await curriculumOn(lookups, first.programmeId, '2019-01-01'))?.version).toBe(1);
    expect(await curriculumOn(lookups, 'x', '2027-08-01')).toBeUndefined();
  });
});
