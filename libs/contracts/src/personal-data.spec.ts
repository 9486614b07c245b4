import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findPersonalData as findWithWords } from './personal-data.js';
import { key, shortText } from './primitives.js';

const findPersonalData = (text: string) => findWithWords(text).map(({ kind }) => kind);

const k1Weights = [3, 7, 6, 1, 8, 9, 4, 5, 2];
const k2Weights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
const controlDigit = (digits: string, weights: number[]) =>
  (11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11)) % 11;

/** The number that the control-digit rule makes of nine digits, or undefined where the rule gives none. */
function numberOf(nineDigits: string): string | undefined {
  const k1 = controlDigit(nineDigits, k1Weights);
  const k2 = controlDigit(`${nineDigits}${k1}`, k2Weights);
  return k1 === 10 || k2 === 10 ? undefined : `${nineDigits}${k1}${k2}`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const born = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map((date) => ({ day: date.getUTCDate(), month: date.getUTCMonth() + 1, year: date.getUTCFullYear() % 100 }));

/** Valid numbers made of dates; a D-number adds 40 to the day, an H-number 40 and a test number 80 to the month. */
const numbers = (added: { day?: number; month?: number } = {}) =>
  fc
    .tuple(born, fc.nat(999))
    .map(([{ day, month, year }, rest]) => {
      const parts = [day + (added.day ?? 0), month + (added.month ?? 0), year].map(twoDigits);
      return numberOf(`${parts.join('')}${String(rest).padStart(3, '0')}`);
    })
    .filter((made) => made !== undefined);

const kinds = [
  ['a national identity number', {}],
  ['a D-number', { day: 40 }],
  ['an H-number', { month: 40 }],
  ['a test number', { month: 80 }],
  ['a test number that is a D-number', { day: 40, month: 80 }],
] as const;

const spelled = (separators: [string, string, string, string]) => (digits: string) =>
  [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6, 9), digits.slice(9)]
    .map((part, index) => part + (separators[index] ?? ''))
    .join('');
const spellings = [
  ['without a break', spelled(['', '', '', ''])],
  ['with a space', spelled(['', '', ' ', ''])],
  ['with a dash', spelled(['', '', '-', ''])],
  ['with a dot', spelled(['', '', '.', ''])],
  ['with a space that does not break', spelled(['', '', '\u00a0', ''])],
  ['with a long dash between spaces', spelled(['', '', ' – ', ''])],
  ['with dots in the date', spelled(['.', '.', ' ', ''])],
  ['with spaces everywhere', spelled([' ', ' ', ' ', ' '])],
  ['with dashes in the date', spelled(['-', '-', '-', ''])],
  ['with slashes in the date', spelled(['/', '/', ' ', ''])],
] as const;

describe('finding numbers of persons in a text', () => {
  it.each(kinds)('finds %s wherever it stands', (_, added) => {
    fc.assert(
      fc.property(numbers(added), fc.constantFrom('', 'Mor, ', 'fnr:', '(', 'K'), fc.constantFrom('', ' ringte', '.', ')', ';1'), (digits, before, after) => {
        expect(findPersonalData(`${before}${digits}${after}`)).toContain('identity-number');
      }),
    );
  });

  it.each(spellings)('finds a number written %s', (_, spelling) => {
    fc.assert(
      fc.property(fc.oneof(...kinds.map(([, added]) => numbers(added))), (digits) => {
        expect(findPersonalData(`Familien til ${spelling(digits)} i dag`)).toContain('identity-number');
      }),
    );
  });

  it('takes a number with a real date and wrong control digits for a mistyped one', () => {
    fc.assert(
      fc.property(numbers(), (digits) => {
        const mistyped = digits.slice(0, 10) + String((Number(digits[10]) + 1) % 10);
        expect(findPersonalData(mistyped)).toContain('identity-number');
      }),
    );
  });

  it('leaves eleven digits alone that begin with no date', () => {
    expect(findPersonalData('konto 9999.99.99999')).not.toContain('identity-number');
    expect(findPersonalData('32 13 99 123 45')).not.toContain('identity-number');
  });

  it('leaves a longer row of digits alone', () => {
    expect(findPersonalData('123010190123')).not.toContain('identity-number');
    expect(findPersonalData('20220331143805')).not.toContain('identity-number');
  });
});

describe('finding phone numbers and addresses in a text', () => {
  it.each(['22 22 22 22', '22222222', '412 34 567', '+47 22222222', '0047 22 22 22 22', 'ring +46 70 123 45 67 i dag'])(
    'finds the phone number in "%s"',
    (text) => expect(findPersonalData(text)).toEqual(['phone-number']),
  );

  it.each(['mor@example.no', 'Skriv til kåre.øst@tjenesten.example.no!', 'a+b@example.com;', 'post@blåbær.example'])(
    'finds the e-mail address in "%s"',
    (text) => expect(findPersonalData(text)).toEqual(['email-address']),
  );

  it('names everything that it finds', () => {
    const [digits] = fc.sample(numbers(), 1);
    expect(findPersonalData(`${digits} mor@example.no`)).toEqual(['identity-number', 'email-address']);
  });
});

describe('telling which words it is', () => {
  it.each(spellings)('repeats a number as it was written, %s, and nothing else', (_, spelling) => {
    fc.assert(
      fc.property(fc.oneof(...kinds.map(([, added]) => numbers(added))), (digits) => {
        expect(findWithWords(`Familien til ${spelling(digits)} i dag`)).toContainEqual({ kind: 'identity-number', words: spelling(digits).normalize('NFKC') });
      }),
    );
  });

  it('repeats each address and phone number', () => {
    expect(findWithWords('Skriv til kåre.øst@tjenesten.example.no, eller mor@example.com!')).toEqual([
      { kind: 'email-address', words: 'kåre.øst@tjenesten.example.no, mor@example.com' },
    ]);
    expect(findWithWords('ring 22 22 22 22 i dag')).toEqual([{ kind: 'phone-number', words: '22 22 22 22' }]);
  });
});

describe('ordinary contents', () => {
  it.each([
    ...['K001', 'F001', 'I00191', 'R00001', 'SV001', 'V1-p08', 'p01', 'contact_child_weekly', 'parent_weekly@1'],
    ...['2022-03-31', '2022-03-31T14:38', '2022-03-31T12:38:00.000Z', '2022-03-31T14:38:00+02:00', '31.03.2022', '31.03.22'],
    ...['2022-02-18 – 2022-06-13', '2021-10-01/2022-01-29', '10:00-12:00', 'kull 2024-2026', 'phase 1, 2 and 3'],
    ...['0301', '1806;1804;1820', '1806; 1804; 1820', '4601 4602 4603 4611', '120', '7.5', '85 %', '1 000 000 kr'],
    ...['Pilottjeneste 01', 'Nord-Østerdal barneverntjeneste', '@home', '5 av 12', 'what_matters;school'],
  ])('"%s" holds nothing of a person', (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('any random UUID can be a key', () => {
    fc.assert(fc.property(fc.uuid(), (id) => expect(findPersonalData(id)).toEqual([])), { numRuns: 3000 });
    expect(key.safeParse('46256151-a07c-412b-8524-c70e8f978f96').success).toBe(true);
  });

  it('a date in any year can be told', () => {
    fc.assert(
      fc.property(born, ({ day, month, year }) => {
        expect(findPersonalData(`${[day, month, 2000 + year].map(twoDigits).join('.')} kl. 14.38`)).toEqual([]);
      }),
    );
  });
});

describe('keys and short texts', () => {
  it('refuse a number of a person by the name of the reason', () => {
    fc.assert(
      fc.property(numbers(), (digits) => {
        for (const schema of [key, shortText]) {
          const { error } = schema.safeParse(digits);
          expect(error?.issues).toMatchObject([{ code: 'custom', params: { reason: 'contains-identity-number', words: digits } }]);
        }
      }),
    );
  });
});
