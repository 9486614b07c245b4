import type { Text } from './texts.js';

/** What a command about a person of the staff is refused with. */
export const personTexts = {
  'email-of-another': {
    nb: 'Personen {id} har denne e-postadressen. Rett adressen, eller bruk den personen.',
    nn: 'Personen {id} har denne e-postadressa. Rett adressa, eller bruk den personen.',
    en: 'The person {id} has this e-mail address. Correct the address, or use that person.',
  },
  'likely-name': {
    nb: 'Teksten ser ut til å nevne en person: {words}. Er det et navn, så ta navnet bort: skriv rollen i stedet.',
    nn: 'Teksten ser ut til å nemne ein person: {words}. Er det eit namn, så ta namnet bort: skriv rolla i staden.',
    en: 'The text seems to mention a person: {words}. If it is a name, take the name out: write the role instead.',
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
  'person-has-position': {
    nb: 'Personen har en stilling i tjenesten {service}. Avslutt stillingen først, eller velg grunnen «registrert ved en feil».',
    nn: 'Personen har ei stilling i tenesta {service}. Avslutt stillinga først, eller vel grunnen «registrert ved ein feil».',
    en: 'The person has a position in the service {service}. End the position first, or choose the reason "recorded by mistake".',
  },
  'person-has-role': {
    nb: 'Personen har rollen {role|words}. Ta den tilbake først, eller velg grunnen «registrert ved en feil».',
    nn: 'Personen har rolla {role|words}. Ta ho tilbake først, eller vel grunnen «registrert ved ein feil».',
    en: 'The person has the role {role|words}. Withdraw it first, or choose the reason "recorded by mistake".',
  },
  'person-is-erased': {
    nb: 'Personen {id} er slettet, og det kan ikke gjøres om. Bruk en ny nøkkel.',
    nn: 'Personen {id} er sletta, og det kan ikkje gjerast om. Bruk ein ny nøkkel.',
    en: 'The person {id} is erased, and this cannot be undone. Use a new key.',
  },
} satisfies Record<string, Text>;
