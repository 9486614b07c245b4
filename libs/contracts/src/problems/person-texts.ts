import type { Text } from './texts.js';

/** What a command about a person of the staff is refused with. */
export const personTexts = {
  'email-of-another': {
    nb: 'Personen {id} har denne e-postadressen. Rett adressen, eller bruk den personen.',
    nn: 'Personen {id} har denne e-postadressa. Rett adressa, eller bruk den personen.',
    en: 'The person {id} has this e-mail address. Correct the address, or use that person.',
  },
  'no-such-person': {
    nb: 'Ingen person har nøkkelen {id}. Rett nøkkelen.',
    nn: 'Ingen person har nøkkelen {id}. Rett nøkkelen.',
    en: 'Nobody has the key {id}. Correct the key.',
  },
  'not-a-name': {
    nb: 'Skriv navnet med bokstaver, høyst 100 tegn.',
    nn: 'Skriv namnet med bokstavar, høgst 100 teikn.',
    en: 'Write the name in letters, at most 100 characters.',
  },
  'not-an-email-address': {
    nb: 'Dette er ingen e-postadresse. Skriv den som navn@tjeneste.no.',
    nn: 'Dette er inga e-postadresse. Skriv ho som namn@teneste.no.',
    en: 'This is no e-mail address. Write it as name@service.no.',
  },
  'not-a-phone-number': {
    nb: 'Dette er ikke et telefonnummer. Skriv åtte sifre, eller landkoden først, for eksempel +46.',
    nn: 'Dette er ikkje eit telefonnummer. Skriv åtte siffer, eller landkoden først, til dømes +46.',
    en: 'This is no phone number. Write eight digits, or begin with the country code, such as +46.',
  },
  'person-is-erased': {
    nb: 'Personen {id} er slettet, og det kan ikke gjøres om. Bruk en ny nøkkel.',
    nn: 'Personen {id} er sletta, og det kan ikkje gjerast om. Bruk ein ny nøkkel.',
    en: 'The person {id} is erased, and this cannot be undone. Use a new key.',
  },
} satisfies Record<string, Text>;
