import { describe, expect, it } from '@jest/globals';
import { StoreOverloaded, StoreUnavailable } from '@riggen/event-store';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isPassing, NotYet } from './passing-errors.js';

const withCode = (code: string) => Object.assign(new Error('of PostgreSQL or the network'), { code });

describe('an error while an event is handled', () => {
  it.each<[string, unknown]>([
    ['the store is away', new StoreUnavailable()],
    ['the store is busy', new StoreOverloaded()],
    ['something else is still to come', new NotYet()],
    ['a connection broke between two statements', new QueryRunnerAlreadyReleasedError()],
    ['a connection could not be made in time', new Error('timeout expired')],
    ...['08006', '40001', '53300', '57P01', 'ECONNREFUSED', 'ETIMEDOUT'].map((code): [string, unknown] => [code, withCode(code)]),
  ])('passes: %s', (_, error) => {
    expect(isPassing(error)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['an event that is wrong', new TypeError('x is undefined')],
    ...['22P02', '23505', '42P01'].map((code): [string, unknown] => [code, withCode(code)]),
  ])('does not pass, so that its event is parked: %s', (_, error) => {
    expect(isPassing(error)).toBe(false);
  });
});
