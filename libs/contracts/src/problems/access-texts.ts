import type { Text } from './texts.js';

/** What is said to those who may not, and to those who are not known. Unknown and foreign are told alike. */
export const accessTexts = {
  'administrator-known': {
    nb: 'Systemet har allerede fått sin første administrator. Be en administrator om å gi rollen.',
    nn: 'Systemet har alt fått sin første administrator. Be ein administrator om å gi rolla.',
    en: 'The system already has its first administrator. Ask an administrator to give the role.',
  },
  'not-an-identity-key': {
    nb: '«{given}» er ingen innloggingsnøkkel. Kopier de 43 tegnene som vises etter innlogging.',
    nn: '«{given}» er ingen innloggingsnøkkel. Kopier dei 43 teikna som blir viste etter innlogging.',
    en: '"{given}" is no sign-in key. Copy the 43 characters that are shown after signing in.',
  },
  'reading-not-logged': {
    nb: 'Opplysninger om personer vises bare når lesingen kan føres i loggen, og det kan den ikke akkurat nå. Prøv igjen om litt.',
    nn: 'Opplysningar om personar blir berre viste når lesinga kan førast i loggen, og det kan ho ikkje akkurat no. Prøv igjen om litt.',
    en: 'Data about persons are shown only when the reading can be logged, and just now it cannot. Try again in a moment.',
  },
  'role-not-of-level': {
    nb: 'Rollen {role|words} kan ikke gis på dette nivået. Den gis for: {levels|words}.',
    nn: 'Rolla {role|words} kan ikkje givast på dette nivået. Ho blir gitt for: {levels|words}.',
    en: 'The role {role|words} cannot be given at this level. It is given for: {levels|words}.',
  },
  'role-not-yours-to-give': {
    nb: 'Du kan ikke gi eller trekke tilbake rollen {role|words} her. Be noen som har en rolle på et høyere nivå.',
    nn: 'Du kan ikkje gi eller trekkje tilbake rolla {role|words} her. Be nokon som har ei rolle på eit høgare nivå.',
    en: 'You cannot give or withdraw the role {role|words} here. Ask somebody with a role at a higher level.',
  },
  'role-to-oneself': {
    nb: 'Du kan ikke gi deg selv en rolle. Be noen andre som kan gi den.',
    nn: 'Du kan ikkje gi deg sjølv ei rolle. Be nokon andre som kan gi ho.',
    en: 'You cannot give yourself a role. Ask somebody else who can give it.',
  },
  'too-many-roles': {
    nb: 'En person kan ha høyst {most} roller. Trekk tilbake en som ikke brukes lenger.',
    nn: 'Ein person kan ha høgst {most} roller. Trekk tilbake ei som ikkje er i bruk lenger.',
    en: 'A person can hold at most {most} roles. Withdraw one that is no longer used.',
  },
  'unknown-role-holding': {
    nb: 'Personen har ingen rolle med nøkkelen {id}. Rett nøkkelen.',
    nn: 'Personen har inga rolle med nøkkelen {id}. Rett nøkkelen.',
    en: 'The person holds no role with the key {id}. Correct the key.',
  },
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
