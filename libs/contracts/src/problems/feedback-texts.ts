import type { Text } from './texts.js';

/** What surveys, their links and the publication of answers are refused with. */
export const feedbackTexts = {
  'closes-too-late': {
    nb: 'Evalueringen må lukkes etter nå og senest {most} dager etter nå. Rett tidspunktet.',
    nn: 'Evalueringa må lukkast etter no og seinast {most} dagar etter no. Rett tidspunktet.',
    en: 'The evaluation must close after now and within {most} days. Correct the time.',
  },
  'evaluation-closed': {
    nb: 'Evalueringen er lukket. Takk for at du ville svare.',
    nn: 'Evalueringa er lukka. Takk for at du ville svare.',
    en: 'The evaluation is closed. Thank you for wanting to answer.',
  },
  'expires-too-late': {
    nb: 'Lenken må utløpe etter at den er sendt, og senest {most} dager etter. Rett tidspunktet.',
    nn: 'Lenkja må gå ut etter at ho er send, og seinast {most} dagar etter. Rett tidspunktet.',
    en: 'The link must expire after it is sent, and within {most} days. Correct the time.',
  },
  'invited-this-week': {
    nb: 'Personen har fått en lenke til denne undersøkelsen denne uka. Én lenke i uka er nok.',
    nn: 'Personen har fått ei lenkje til denne undersøkinga denne veka. Éi lenkje i veka er nok.',
    en: 'The person has been sent a link to this survey this week. One link a week is enough.',
  },
  'not-a-hash': {
    nb: 'Dette må være en SHA-256-sum: 64 tegn fra 0 til 9 og a til f.',
    nn: 'Dette må vere ein SHA-256-sum: 64 teikn frå 0 til 9 og a til f.',
    en: 'This must be a SHA-256 sum: 64 characters from 0 to 9 and a to f.',
  },
  'unknown-link': {
    nb: 'Lenken virker ikke. Den kan ha gått ut eller mangle en del. Bruk lenken i den nyeste meldingen du har fått.',
    nn: 'Lenkja verkar ikkje. Ho kan ha gått ut eller mangle ein del. Bruk lenkja i den nyaste meldinga du har fått.',
    en: 'The link does not work. It may have expired, or a part of it is missing. Use the link in the newest message that you have.',
  },
  'month-not-over': {
    nb: 'Måneden {month} er ikke over. Svarene publiseres når den er det.',
    nn: 'Månaden {month} er ikkje over. Svara blir publiserte når han er det.',
    en: 'The month {month} is not over. Answers are published when it is.',
  },
  'not-a-month': {
    nb: 'Skriv måneden som ÅÅÅÅ-MM.',
    nn: 'Skriv månaden som ÅÅÅÅ-MM.',
    en: 'Write the month as YYYY-MM.',
  },
} satisfies Record<string, Text>;
