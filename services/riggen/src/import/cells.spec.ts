import { describe, expect, it } from '@jest/globals';
import { Cells } from './cells.js';
import { CellRefused } from './row-refusal.js';

const now = '2022-04-01T10:00:00.000Z';
const cells = (values: Record<string, string>, at = now) => new Cells(new Map(Object.entries(values)), at, '00');
const cell = (value: string, at = now) => cells({ cell: value }, at);

/** The refusal that reading gives, as field, reason and params. */
function refusalOf(read: () => unknown): [string, string, object] {
  try {
    read();
  } catch (error) {
    if (error instanceof CellRefused) return [error.field, error.reason, error.params];
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a text', () => {
  it('is what the cell holds', () => {
    expect(cell('Nord, Sør').text('cell')).toBe('Nord, Sør');
    expect(cell('Nord').optional('cell')).toBe('Nord');
  });

  it('must not be empty unless it may be left out', () => {
    expect(refusalOf(() => cell('').text('cell'))).toEqual(['cell', 'missing-value', {}]);
    expect(cell('').optional('cell')).toBeUndefined();
  });

  it('is refused where the cell should be empty', () => {
    cell('').empty('cell', 'role = contact_person');
    expect(refusalOf(() => cell('S001').empty('cell', 'role = contact_person'))).toEqual([
      'cell',
      'must-be-empty',
      { given: 'S001', because: 'role = contact_person' },
    ]);
  });
});

describe('one of some words', () => {
  const options = ['physical', 'digital'] as const;

  it('is the word', () => {
    expect(cell('digital').oneOf('cell', options)).toBe('digital');
  });

  it.each(['Digital', 'video', 'phys'])('is not %s', (given) => {
    expect(refusalOf(() => cell(given).oneOf('cell', options))).toEqual(['cell', 'not-one-of', { given, options: 'physical, digital' }]);
  });

  it('must be there', () => {
    expect(refusalOf(() => cell('').oneOf('cell', options))[1]).toBe('missing-value');
  });

  it('is yes or no', () => {
    expect([cell('yes').yesNo('cell'), cell('no').yesNo('cell')]).toEqual([true, false]);
    expect(refusalOf(() => cell('ja').yesNo('cell'))).toEqual(['cell', 'not-one-of', { given: 'ja', options: 'yes, no' }]);
    expect(refusalOf(() => cell('').yesNo('cell'))[1]).toBe('missing-value');
  });
});

describe('a whole number', () => {
  it.each([['0', 0], ['7', 7], ['007', 7], ['999999999', 999_999_999]])('%s is %i', (given, number) => {
    expect(cell(given).integer('cell')).toBe(number);
  });

  it.each(['-1', '+1', '1.0', '1,5', '1e3', '0x10', '1 000', 'one', '1234567890', '٣'])('is not %s', (given) => {
    expect(refusalOf(() => cell(given).integer('cell'))).toEqual(['cell', 'not-a-whole-number', { given }]);
  });

  it('must be there', () => {
    expect(refusalOf(() => cell('').integer('cell'))[1]).toBe('missing-value');
  });
});

describe('a date', () => {
  it.each(['2021-10-01', '2020-02-29', '2022-04-01'])('is %s', (date) => {
    expect(cell(date).date('cell')).toBe(date);
  });

  it.each(['2022-02-30', '2021-02-29', '2022-00-10', '2022-13-01', '2022-01-32', '31.03.2022', '2022-3-31', '20220331', '2022-03-31T10:00', 'i går'])(
    'is not %s',
    (given) => expect(refusalOf(() => cell(given).date('cell'))).toEqual(['cell', 'not-a-date', { given }]),
  );

  it('is today at the latest', () => {
    expect(refusalOf(() => cell('2022-04-02').date('cell'))).toEqual(['cell', 'date-after-today', { date: '2022-04-02' }]);
  });

  it('can be the day that has come in Norway late in the evening UTC', () => {
    expect(cell('2022-04-02', '2022-04-01T22:00:00.000Z').date('cell')).toBe('2022-04-02');
    expect(refusalOf(() => cell('2022-04-02', '2022-04-01T21:59:59.999Z').date('cell'))[1]).toBe('date-after-today');
  });

  it('must be there', () => {
    expect(refusalOf(() => cell('').date('cell'))[1]).toBe('missing-value');
  });
});

describe('a local time', () => {
  it('is an instant by the clock in Norway, in winter and in summer', () => {
    expect(cell('2021-12-01T14:38').time('cell')).toBe('2021-12-01T13:38:00.000Z');
    expect(cell('2021-10-01T14:38').time('cell')).toBe('2021-10-01T12:38:00.000Z');
    expect(cell('2021-10-01T00:30').time('cell')).toBe('2021-09-30T22:30:00.000Z');
  });

  it('has come by now', () => {
    expect(cell('2022-04-01T12:00').time('cell')).toBe(now);
    expect(refusalOf(() => cell('2022-04-01T12:01').time('cell'))).toEqual(['cell', 'in-the-future', { time: '2022-04-01T12:01' }]);
  });

  it.each(['2022-03-31', '2022-03-31 10:00', '2022-03-31T10:00Z', '2022-02-30T10:00', '2022-03-31T25:00', '10:00'])('is not %s', (given) => {
    expect(refusalOf(() => cell(given).time('cell'))).toEqual(['cell', 'not-a-time', { given }]);
  });

  it('must be there', () => {
    expect(refusalOf(() => cell('').time('cell'))[1]).toBe('missing-value');
  });
});

describe('a list in a cell', () => {
  it('is separated by semicolons', () => {
    expect(cell('1806;1804; 1820').list('cell')).toEqual(['1806', '1804', '1820']);
    expect(cell('flipchart').list('cell')).toEqual(['flipchart']);
  });

  it('has no empty parts', () => {
    expect(cell('').list('cell')).toEqual([]);
    expect(cell(';a;;b; ').list('cell')).toEqual(['a', 'b']);
  });

  it('keeps a comma in a part', () => {
    expect(cell('a, b;c').list('cell')).toEqual(['a, b', 'c']);
  });
});

describe('a national identity number', () => {
  // A test number: eighty is added to the month, so that it is nobody's.
  const testNumber = '01810112345';

  it.each([testNumber, `${testNumber.slice(0, 6)} ${testNumber.slice(6)}`, `S001;${testNumber}`, `(${testNumber})`])(
    'is refused in any cell, whether it is read or not: %s',
    (value) => {
      expect(refusalOf(() => cells({ case_id: 'S001', themes: value }))).toEqual(['themes', 'contains-identity-number', { words: '01…45' }]);
    },
  );

  it('is not told again in the refusal', () => {
    const [, , params] = refusalOf(() => cell(testNumber));
    expect(JSON.stringify(params)).not.toContain(testNumber);
  });

  it('is not seen in dates, times, lists and keys', () => {
    const values = { id: 'R00001', day: '2021-10-01', time: '2021-10-01T14:38', numbers: '1806;1804;1820', minutes: '120' };
    expect(cells(values).text('id')).toBe('R00001');
  });
});
