import { describe, expect, it } from '@jest/globals';
import * as access from '@riggen/access';
import * as contracts from '@riggen/contracts';
import { readFileSync } from 'node:fs';
import { accessDocument } from './access-document.mjs';

const routes = [...contracts.commands, ...contracts.queries].map(({ service, name }) => `${service}/${name}`).sort();
const named = Object.entries(access.matrix).flatMap(([service, rows]) => Object.keys(rows).map((name) => `${service}/${name}`));

describe('the matrix of access', () => {
  it('names every command and query, and nothing else', () => {
    expect(named.sort()).toEqual(routes);
  });

  it('is what docs/access.md says', () => {
    // node tools/write-access-document.mjs
    expect(readFileSync('docs/access.md', 'utf8')).toBe(accessDocument({ ...access, ...contracts }));
  });
});
