import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedSince, publishedBase } from './published-in-place.js';

describe('a change of the published event schemas', () => {
  let folder: string;
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=s', '-c', 'user.email=s@example.org', ...args], { cwd: folder, stdio: 'pipe' });
  const write = (name: string, content: object) => writeFileSync(join(folder, 'libs/contracts/published', name), JSON.stringify(content));
  const commit = () => git('add', '--all') && git('commit', '--quiet', '--message', 'change');

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'riggen-published-'));
    git('init', '--quiet', '--initial-branch', 'main');
    mkdirSync(join(folder, 'libs/contracts/published'), { recursive: true });
    write('Opened.v1.json', { type: 'object' });
    write('Closed.v1.json', { type: 'object' });
    commit();
    git('checkout', '--quiet', '-b', 'change');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has nothing to be checked against on the main branch before the first release', () => {
    expect(publishedBase(folder)).toBeUndefined();
  });

  it('may add a version', () => {
    write('Opened.v2.json', { type: 'object', properties: {} });
    commit();
    expect(changedSince(publishedBase(folder)!, folder)).toEqual([]);
  });

  it('shows when it changes or removes what the main branch has, committed or not', () => {
    write('Opened.v1.json', { type: 'object', required: ['id'] });
    expect(changedSince(publishedBase(folder)!, folder)).toEqual(['libs/contracts/published/Opened.v1.json']);
    git('rm', '--quiet', 'libs/contracts/published/Closed.v1.json');
    commit();
    expect(changedSince(publishedBase(folder)!, folder)).toEqual(['libs/contracts/published/Closed.v1.json', 'libs/contracts/published/Opened.v1.json']);
  });

  it('is checked against the newest release where there is one', () => {
    git('tag', 'v1.0.0');
    expect(publishedBase(folder)).toBe('v1.0.0');
    write('Opened.v2.json', { type: 'object' });
    expect(changedSince('v1.0.0', folder)).toEqual(['libs/contracts/published/Opened.v2.json']);
  });
});

const base = publishedBase(process.cwd());
(base ? describe : describe.skip)(`the published event schemas${base ? '' : ' (skipped here: the main branch before its first release has no base)'}`, () => {
  it(`are as they were in ${base}`, () => {
    expect(changedSince(base!, process.cwd())).toEqual([]);
  });
});
