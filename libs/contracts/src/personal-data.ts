import { fnr } from '@navikt/fnrvalidator';
import { findPhoneNumbersInText } from 'libphonenumber-js';

export type PersonalData = 'identity-number' | 'phone-number' | 'email-address';

/** What was found, and the words that it stands in: to be shown to whoever wrote them, and to nobody else. */
export interface FoundPersonalData {
  kind: PersonalData;
  words: string;
}

// What people put between the digits of a number: white space, dashes, dots, slashes and the like.
const separator = String.raw`[\s\p{Pd}\u2212.,/+_:()]{0,3}`;
// Eleven digits that are not part of a longer row, in any spelling: 010190 12345, 01.01.90-12345, 0 1 0 1 9 0 1 2 3 4 5.
const elevenDigits = new RegExp(String.raw`(?<!\d)\d(?:${separator}\d){10}(?!\d)`, 'gu');
// A random UUID holds digits that look like a number of a person in one of 140.
const uuid = /(?<![\p{L}\p{N}])[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\p{N}])/giu;
const emailAddress = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{1,63}/gu;
/** Longer texts are refused by their schema before they are searched; the searches take time that grows with the text. */
const longestSearched = 1_000;

/**
 * Finds what must never stand in a text: national identity numbers (fnr, D-, H- and test numbers), phone numbers and
 * e-mail addresses, with the words that they stand in. Looks at the first thousand characters. A number whose date is right
 * and whose control digits are not is taken for a mistyped identity number.
 */
export function findPersonalData(given: string): FoundPersonalData[] {
  // Other digits and spellings of the same characters are brought to one form; what cannot be seen is left out.
  const text = given.slice(0, longestSearched).normalize('NFKC').replace(/\p{Cf}/gu, '').replace(uuid, '');
  const found: FoundPersonalData[] = [];
  const add = (kind: PersonalData, words: string[]) => void (words.length && found.push({ kind, words: words.join(', ') }));
  add('identity-number', identityNumbersIn(text));
  add('email-address', [...text.matchAll(emailAddress)].map(([address]) => address));
  if (!found.length && /\d{5}|\+\d|\d\d \d/.test(text)) {
    add('phone-number', findPhoneNumbersInText(text, 'NO').map(({ startsAt, endsAt }) => text.slice(startsAt, endsAt)));
  }
  return found;
}

function identityNumbersIn(text: string): string[] {
  return [...text.matchAll(elevenDigits)].map(([spelling]) => spelling).filter((spelling) => {
    const result = fnr(spelling.replace(/\D/g, ''));
    return result.status === 'valid' || !result.reasons.includes('invalid date');
  });
}
