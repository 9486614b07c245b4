import { fnr } from '@navikt/fnrvalidator';
import { findPhoneNumbersInText } from 'libphonenumber-js';

export type PersonalData = 'identity-number' | 'phone-number' | 'email-address';

// Eleven digits, bare or in the spellings people use: 010190 12345, 01.01.90 12345, 01-01-90-12345, 010190 – 123 45.
const elevenDigits = /(?<!\d)(\d{2}[ \u00a0./–-]?){2}\d{2}[ \u00a0./–-]{0,3}\d{3}[ \u00a0.]?\d{2}(?!\d)/g;
// A random UUID holds digits that look like a number of a person in one of 140.
const uuid = /(?<![\p{L}\p{N}])[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}(?![\p{L}\p{N}])/giu;
const emailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+/u;

/**
 * Finds what must never stand in a text: national identity numbers (fnr, D-, H- and test numbers), phone numbers and
 * e-mail addresses. A number whose date is right and whose control digits are not is taken for a mistyped identity number.
 */
export function findPersonalData(given: string): PersonalData[] {
  const text = given.replace(uuid, '');
  const found: PersonalData[] = [];
  if (hasIdentityNumber(text)) found.push('identity-number');
  if (emailAddress.test(text)) found.push('email-address');
  if (!found.length && /\d{5}|\+\d|\d\d \d/.test(text) && findPhoneNumbersInText(text, 'NO').length) found.push('phone-number');
  return found;
}

function hasIdentityNumber(text: string): boolean {
  return [...text.matchAll(elevenDigits)].some(([spelling]) => {
    const result = fnr(spelling.replace(/\D/g, ''));
    return result.status === 'valid' || !result.reasons.includes('invalid date');
  });
}
