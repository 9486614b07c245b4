import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { binaryArray } from './binary-array.js';

describe('an array in the binary format', () => {
  const client = new pg.Client({ connectionString: process.env['RIGGEN_TEST_DATABASE_URL'] });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  const read = async (type: string, array: Buffer): Promise<unknown> =>
    (await client.query(`select $1::${type}[] as value`, [array])).rows[0].value;

  it('is read by PostgreSQL as the texts that were given', async () => {
    // PostgreSQL holds no NUL and no half of a surrogate pair.
    const text = fc.string({ unit: 'binary' }).filter((value) => !/[\p{Cs}\0]/u.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(text), async (values) => expect(await read('text', binaryArray('text', values))).toEqual(values)),
    );
  });

  it('is read as the ids, numbers and bytes that were given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uuid()), fc.array(fc.integer()), fc.array(fc.uint8Array()), async (ids, numbers, bytes) => {
        const buffers = bytes.map((each) => Buffer.from(each));
        expect(await read('uuid', binaryArray('uuid', ids))).toEqual(ids);
        expect(await read('int4', binaryArray('int4', numbers))).toEqual(numbers);
        expect(await read('bytea', binaryArray('bytea', buffers))).toEqual(buffers);
      }),
      { numRuns: 50 },
    );
  });
});
