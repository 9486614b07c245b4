import type { Text } from './texts.js';

/** What people and programs are told at the edge: who they are, and how much they may ask. */
export const signInTexts = {
  'cross-site-request': {
    nb: 'Forespørselen kom fra et annet nettsted og ble stanset. Åpne Riggen og gjør det derfra.',
    nn: 'Førespurnaden kom frå ein annan nettstad og vart stansa. Opne Riggen og gjer det derifrå.',
    en: 'The request came from another site and was stopped. Open Riggen and do it from there.',
  },
  'session-ended': {
    nb: 'Innloggingen er utløpt. Logg inn igjen; det du har skrevet, står fortsatt på siden.',
    nn: 'Innlogginga er gått ut. Logg inn igjen; det du har skrive, står framleis på sida.',
    en: 'Your session has ended. Sign in again; what you have typed is still on the page.',
  },
  'token-life': {
    nb: 'En API-nøkkel må utløpe etter nå, og innen {days} dager. Rett tidspunktet.',
    nn: 'Ein API-nøkkel må gå ut etter no, og innan {days} dagar. Rett tidspunktet.',
    en: 'An API token must expire after now, and within {days} days. Correct the time.',
  },
  'token-not-valid': {
    nb: 'API-nøkkelen gjelder ikke: den er feil, utløpt eller trukket tilbake. Be en administrator om en ny.',
    nn: 'API-nøkkelen gjeld ikkje: han er feil, gått ut eller trekt tilbake. Be ein administrator om ein ny.',
    en: 'The API token is not valid: it is wrong, expired or revoked. Ask an administrator for a new one.',
  },
  'too-many-requests': {
    nb: 'Det kom for mange forespørsler på kort tid. Vent {seconds} sekunder, og prøv igjen.',
    nn: 'Det kom for mange førespurnader på kort tid. Vent {seconds} sekund, og prøv igjen.',
    en: 'There were too many requests in a short time. Wait {seconds} seconds, and try again.',
  },
} satisfies Record<string, Text>;
