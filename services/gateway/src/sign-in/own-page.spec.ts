import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ownPage } from './own-page.js';

const publicUrl = new URL('https://riggen.example');
const page = (wanted: unknown) => ownPage(wanted, { publicUrl });

describe('the page that a sign-in comes back to', () => {
  it('is the one that was left', () => {
    expect(page('/tjeneste/p08?periode=2026#saker')).toBe('/tjeneste/p08?periode=2026#saker');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/\t/evil.example', 'javascript:alert(1)', '/api/sign-out', '', undefined, ['/a'], `/${'x'.repeat(600)}`])(
    'is the first page for %j',
    (wanted) => expect(page(wanted)).toBe('/'),
  );

  it('never lies on another site, whatever is asked for', () => {
    const parts = fc.constantFrom('/', '\\', '//', '..', '@', ':', '\t', '%2f', '%5c', 'evil.example', 'api', 'https:', '?', '#', 'a');
    fc.assert(
      fc.property(fc.oneof(fc.array(parts).map((all) => all.join('')), fc.string()), (wanted) => {
        expect(new URL(page(wanted), publicUrl).origin).toBe(publicUrl.origin);
      }),
    );
  });
});
