import type { Text } from './texts.js';

/** What a file, a line or a cell is refused with before it becomes a command. */
export const importTexts = {
  'broken-line': {
    nb: 'Linja kan ikke leses som CSV: et anførselstegn står feil. Sett hele cellen i anførselstegn, eller fjern tegnet.',
    nn: 'Linja kan ikkje lesast som CSV: eit hermeteikn står feil. Set heile cella i hermeteikn, eller fjern teiknet.',
    en: 'The line cannot be read as CSV: a quote is misplaced. Put the whole cell in quotes, or remove the quote.',
  },
  'cell-not-utf8': {
    nb: 'Cellen er ikke skrevet i UTF-8. Lagre fila som UTF-8.',
    nn: 'Cella er ikkje skriven i UTF-8. Lagre fila som UTF-8.',
    en: 'The cell is not written in UTF-8. Save the file as UTF-8.',
  },
  'cell-too-long': {
    nb: 'Cellen er lengre enn {most} tegn. Kort den ned.',
    nn: 'Cella er lengre enn {most} teikn. Kort ho ned.',
    en: 'The cell is longer than {most} characters. Shorten it.',
  },
  'file-not-utf8': {
    nb: 'Fila er ikke skrevet i UTF-8, og ingenting i den er tatt inn. Lagre den som UTF-8.',
    nn: 'Fila er ikkje skriven i UTF-8, og ingenting i ho er teke inn. Lagre ho som UTF-8.',
    en: 'The file is not written in UTF-8, and nothing of it was taken in. Save it as UTF-8.',
  },
  'file-too-large': {
    nb: 'Fila er større enn {most} MB. Del den i flere mapper.',
    nn: 'Fila er større enn {most} MB. Del ho i fleire mapper.',
    en: 'The file is larger than {most} MB. Split it over several folders.',
  },
  'file-without-header': {
    nb: 'Fila mangler linja med kolonnenavn. Den skal være: {columns}.',
    nn: 'Fila manglar linja med kolonnenamn. Ho skal vere: {columns}.',
    en: 'The file lacks the line of column names. It should be: {columns}.',
  },
  'missing-column': {
    nb: 'Fila mangler kolonnen {columns}, og ingenting i den er tatt inn. Legg til kolonnen.',
    nn: 'Fila manglar kolonnen {columns}, og ingenting i ho er teke inn. Legg til kolonnen.',
    en: 'The file lacks the column {columns}, and nothing of it was taken in. Add the column.',
  },
  'missing-value': {
    nb: 'Cellen er tom. Fyll den ut.',
    nn: 'Cella er tom. Fyll ho ut.',
    en: 'The cell is empty. Fill it in.',
  },
  'must-be-empty': {
    nb: 'Cellen skal være tom når {because}, men er «{given}». Tøm den.',
    nn: 'Cella skal vere tom når {because}, men er «{given}». Tøm ho.',
    en: 'The cell should be empty when {because}, but is "{given}". Empty it.',
  },
  'not-a-date': {
    nb: '«{given}» er ingen dato. Skriv ÅÅÅÅ-MM-DD.',
    nn: '«{given}» er ingen dato. Skriv ÅÅÅÅ-MM-DD.',
    en: '"{given}" is no date. Write YYYY-MM-DD.',
  },
  'not-a-time': {
    nb: '«{given}» er ikke noe tidspunkt. Skriv ÅÅÅÅ-MM-DDTtt:mm.',
    nn: '«{given}» er ikkje noko tidspunkt. Skriv ÅÅÅÅ-MM-DDTtt:mm.',
    en: '"{given}" is no time. Write YYYY-MM-DDThh:mm.',
  },
  'not-a-whole-number': {
    nb: '«{given}» er ikke et helt tall. Skriv bare sifre.',
    nn: '«{given}» er ikkje eit heilt tal. Skriv berre siffer.',
    en: '"{given}" is no whole number. Write digits only.',
  },
  'not-one-of': {
    nb: '«{given}» er ikke et av valgene {options}. Rett verdien.',
    nn: '«{given}» er ikkje eit av vala {options}. Rett verdien.',
    en: '"{given}" is none of {options}. Correct the value.',
  },
  'refers-to-refused': {
    nb: 'Raden viser til «{id}», som ble avvist ({where}). Rett den raden først.',
    nn: 'Rada viser til «{id}», som vart avvist ({where}). Rett den rada først.',
    en: 'The row refers to "{id}", which was refused ({where}). Correct that row first.',
  },
  'unclosed-quote': {
    nb: 'Et anførselstegn på linje {line} er ikke lukket, og ingenting i fila er tatt inn. Lukk det; en rad er én linje.',
    nn: 'Eit hermeteikn på linje {line} er ikkje lukka, og ingenting i fila er teke inn. Lukk det; ei rad er éi linje.',
    en: 'A quote on line {line} is not closed, and nothing of the file was taken in. Close it; a row is one line.',
  },
  'unknown-column': {
    nb: 'Fila har en ukjent eller gjentatt kolonne {columns}, og ingenting i den er tatt inn. Fjern kolonnen.',
    nn: 'Fila har ein ukjend eller gjenteken kolonne {columns}, og ingenting i ho er teke inn. Fjern kolonnen.',
    en: 'The file has an unknown or repeated column {columns}, and nothing of it was taken in. Remove the column.',
  },
  'unknown-file': {
    nb: 'Fila hører ikke til i mappa. Gi den et av navnene {files}, eller fjern den.',
    nn: 'Fila høyrer ikkje til i mappa. Gi ho eit av namna {files}, eller fjern ho.',
    en: 'The file does not belong in the folder. Give it one of the names {files}, or remove it.',
  },
  'unreadable-file': {
    nb: 'Fila kan ikke leses ({code}). Gi lesetilgang til den.',
    nn: 'Fila kan ikkje lesast ({code}). Gi lesetilgang til ho.',
    en: 'The file cannot be read ({code}). Give read access to it.',
  },
  'wrong-number-of-cells': {
    nb: 'Linja har {given} celler, ikke {expected}. Rett skilletegnene.',
    nn: 'Linja har {given} celler, ikkje {expected}. Rett skiljeteikna.',
    en: 'The line has {given} cells, not {expected}. Correct the separators.',
  },
  'wrong-separator': {
    nb: 'Kolonnene er ikke skilt med komma. Lagre fila med komma som skilletegn.',
    nn: 'Kolonnane er ikkje skilde med komma. Lagre fila med komma som skiljeteikn.',
    en: 'The columns are not separated by commas. Save the file with commas.',
  },
} satisfies Record<string, Text>;
