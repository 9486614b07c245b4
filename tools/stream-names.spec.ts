import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';

/** What the services say of their streams: `export const caseStream = (caseId: string): string => ` and the name. */
const names = globSync('services/*/src/**/*.ts', { exclude: (path) => path.endsWith('.spec.ts') }).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/export const (\w+Stream) = \([^)]*\): string =>\s*(.*);/g)].map(([, stream, name]) => ({ file, stream: stream!, name: name! })),
);

describe('the names of streams', () => {
  it('are found', () => {
    expect(names.map(({ stream }) => stream)).toContain('gatheringEvaluationStream');
  });

  it.each(names.map(({ stream, name }) => [stream, name]))('%s is a category of letters, a dash and a key', (_, name) => {
    // The category is what stands before the first dash: with a dash in it, `gathering-` and the key `evaluation-1` would be
    // another stream's name, and no category could be read.
    expect(name).toMatch(/^`[a-z][a-zA-Z]*-\$\{.+\}`$/);
  });

  it('give each category to one kind of stream', () => {
    const categories = names.map(({ name }) => name.split('-')[0]);
    expect(categories.filter((category, index) => categories.indexOf(category) !== index)).toEqual([]);
  });
});
