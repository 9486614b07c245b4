import { placeNames } from '@riggen/reference';

// A capital, then small letters: Kari, O'Brien, Anne-Lise. Acronyms (NUBU) are none.
const capitalised = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*`;
const initials = String.raw`(?:\p{Lu}\.?\s)*`;
const inARow = new RegExp(String.raw`(?<![\p{L}\p{N}'’-])${capitalised}(?:\s${initials}${capitalised})+`, 'gu');

/** After these, one capitalised word is likely a name. */
const people = new Set(
  `mor mora moren mamma far faren pappa stemor stefar fostermor fosterfar bestemor bestefar barnet gutten guten jenta sønnen sonen datteren
  dattera søsteren broren ungdommen familien kontaktperson kontaktpersonen saksbehandler saksbehandleren mother father child family
  caseworker`.split(/\s+/),
);
const eitherCase = (word: string): string => `[${word[0]}${word[0]!.toUpperCase()}]${word.slice(1)}`;
const persons = String.raw`(?:${[...people].map(eitherCase).join('|')}|[Kk]ontaktperson:|[Ss]aksbehandler:|[Cc]ontact\sperson:?)`;
const afterPerson = new RegExp(String.raw`(?<![\p{L}\p{N}-])${persons}\s(?:heter\s|heiter\s|called\s)?(${capitalised})`, 'gu');

/** Words in the names of what is no person: institutions, houses, the programmes; English days and months. */
const notOfPersons = new Set(
  `barnevern barnevernet barneverntjeneste barneverntjenesten barnevernteneste barneverntenesta kommune kommunen fylke fylkeskommune bydel
  region norge noreg norway bufdir bufetat hotel hotell konferansesenter senter center skole skule universitet høgskole høyskole kulturhus
  rådhus grunnmodell grunnmodellen familieveiledning familierettleiing familiepartner ettervern homebuilders teams zoom child welfare service
  services municipality county monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december`.split(/\s+/),
);

/** The words of the names of places: of «Evje og Hornnes» both. */
const wordsOfPlaces = new Set(placeNames.flatMap((name) => name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu)!));

function isPlace(word: string): boolean {
  const lower = word.toLowerCase();
  return wordsOfPlaces.has(lower) || wordsOfPlaces.has(lower.replace(/s$/, ''));
}

/**
 * The words of a text that likely name a person, by their shape alone: capitalised words in a row, where more than the first of
 * a sentence is no place, and a capitalised word after «mor», «kontaktperson» and the like. No list of names, so some are missed.
 */
export function likelyNames(text: string): string[] {
  const inRows = [...text.matchAll(inARow)].flatMap(({ 0: row, index }) => nameIn(row.split(/\s+/), beginsSentence(text.slice(0, index))) ?? []);
  const single = [...text.matchAll(afterPerson)].map((match) => match[1]!).filter((word) => !isPlace(word) && !notOfPersons.has(word.toLowerCase()));
  return [...new Set([...inRows, ...single.filter((word) => !inRows.some((name) => name.split(' ').includes(word)))])];
}

const beginsSentence = (before: string): boolean => /(^|[^\p{L}\p{N},\s])\s*$/u.test(before);

/** The name that capitalised words in a row likely are; not when only places are left beside the capital that begins a sentence. */
function nameIn(row: readonly string[], first: boolean): string | undefined {
  if (row.some((word) => notOfPersons.has(word.toLowerCase()))) return undefined;
  if (people.has(row[0]!.toLowerCase())) return row.length > 2 ? nameIn(row.slice(1), false) : undefined;
  return row.some((word, at) => !isPlace(word) && (at > 0 || !first)) ? row.join(' ') : undefined;
}
