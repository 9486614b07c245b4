import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  link?: boolean;
}

/** Licences that ask for no more than that they are named, and the weak copyleft of files that are used unchanged. */
const allowed = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'Zlib', 'PostgreSQL'],
  ...['Python-2.0', 'Artistic-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'OFL-1.1', 'MPL-2.0', 'W3C', 'WTFPL'],
]);

/** Packages that name no licence in their manifest, with what their licence file says. */
const inFileOnly: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

/** Whether an SPDX expression can be met: all parts of an AND, one part of an OR. */
const isAllowed = (expression: string): boolean =>
  expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((licence) => allowed.has(licence.trim())));

const lock = JSON.parse(readFileSync(join(process.cwd(), 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);

/** What the lock file says, else what the package says of itself. */
function licenceOf([path, { license }]: [string, Locked]): string {
  if (license ?? inFileOnly[path]) return (license ?? inFileOnly[path])!;
  try {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), path, 'package.json'), 'utf8')) as { license?: string | { type?: string }; licenses?: { type: string }[] };
    const own = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(' OR ');
    return (typeof own === 'object' ? own.type : own) || 'none';
  } catch {
    return 'none';
  }
}

describe('the licences of what Riggen is made of', () => {
  it('are known and allowed for every package', () => {
    expect(packages.length).toBeGreaterThan(100);
    const others = packages.map((entry) => `${entry[0]}: ${licenceOf(entry)}`).filter((line) => !isAllowed(line.slice(line.indexOf(': ') + 2)));
    expect(others).toEqual([]);
  });

  it('are told apart', () => {
    expect(isAllowed('(GPL-3.0 OR MIT)')).toBe(true);
    expect(isAllowed('MIT AND GPL-3.0')).toBe(false);
    expect(isAllowed('none')).toBe(false);
  });
});
