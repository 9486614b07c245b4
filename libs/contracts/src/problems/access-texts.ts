import type { Text } from './texts.js';

/** What is said to those who may not, and to those who are not known. Unknown and foreign are told alike. */
export const accessTexts = {
  'not-permitted': {
    nb: 'Du har ikke tilgang til dette, eller det finnes ikke. Be lederen din eller den som er administrator, hvis du trenger det.',
    nn: 'Du har ikkje tilgang til dette, eller det finst ikkje. Be leiaren din eller den som er administrator, om du treng det.',
    en: 'You do not have access to this, or it does not exist. Ask your leader or an administrator if you need it.',
  },
  'not-signed-in': {
    nb: 'Du er ikke logget inn, eller innloggingen er utløpt. Logg inn på nytt.',
    nn: 'Du er ikkje logga inn, eller innlogginga er gått ut. Logg inn på nytt.',
    en: 'You are not signed in, or your sign-in has expired. Sign in again.',
  },
} satisfies Record<string, Text>;
