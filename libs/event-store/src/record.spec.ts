import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { validate, version } from 'uuid';
import { chainHash, uuidAt } from './record.js';

describe('the hash of an event', () => {
  it('is the SHA-256 of the bytes of the hash before it and of its text in UTF-8', () => {
    const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.oneof(fc.constant(''), digest), fc.string({ unit: 'grapheme' }), (previous, text) => {
        expect(chainHash(previous, text)).toBe(createHash('sha256').update(Buffer.from(previous, 'hex')).update(Buffer.from(text, 'utf8')).digest('hex'));
      }),
    );
  });
});

describe('the id of an event', () => {
  it('is a UUID of version 7 with the instant in front, and another each time', () => {
    const instant = Date.parse('2026-11-29T17:00:00.000Z');
    const ids = Array.from({ length: 1_000 }, () => uuidAt(instant));
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    expect(new Set(ids.map((id) => parseInt(id.replace('-', '').slice(0, 12), 16)))).toEqual(new Set([instant]));
    expect(new Set(ids).size).toBe(1_000);
    expect(uuidAt(instant + 1) > ids[0]!).toBe(true);
  });
});
