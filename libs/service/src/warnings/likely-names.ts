import { placeNames } from '@riggen/reference';

// A capital, then small letters: Kari, O'Brien, Anne-Lise. Acronyms (NUBU) are none.
const capitalised = String.raw`\p{Lu}(?:['’]\p{Lu})?\p{Ll}[\p{L}\p{M}]*(?:[-'’][\p{L}\p{M}]+)*`;
const initials = String.raw`(?:\p{Lu}\.?\s)*`;
const inARow = new RegExp(String.raw`(?<![\p{L}\p{N}'’-])${capitalised}(?:\s${initials}${capitalised})+`, 'gu');

/** After these, one capitalised word is likely a name. */
const people = [
  ...['mor', 'mora', 'moren', 'mamma', 'far', 'faren', 'pappa', 'stemor', 'stefar', 'fostermor', 'fosterfar', 'bestemor', 'bestefar'],
  ...['barnet', 'gutten', 'guten', 'jenta', 'sønnen', 'sonen', 'datteren', 'dattera', 'søsteren', 'broren', 'ungdommen', 'familien'],
  ...['kontaktperson:?', 'kontaktpersonen:?', 'saksbehandler:?', 'saksbehandleren:?', 'mother', 'father', 'child', 'family', 'contact person:?', 'caseworker:?'],
];
const eitherCase = (word: string): string => `[${word[0]}${word[0]!.toUpperCase()}]${word.slice(1)}`;
const afterPerson = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${people.map(eitherCase).join('|')})\s(?:heter\s|heiter\s|called\s)?(${capitalised})`, 'gu');

/** Words in the names of what is no person: institutions, houses, the programmes; English days and months. */
const notOfPersons = new Set(
  `barnevern barnevernet barneverntjeneste barneverntjenesten barnevernteneste barneverntenesta kommune kommunen fylke fylkeskommune bydel
  region norge noreg norway bufdir bufetat hotel hotell konferansesenter senter center skole skule universitet høgskole høyskole kulturhus
  rådhus grunnmodell grunnmodellen familieveiledning familierettleiing familiepartner ettervern homebuilders teams zoom child welfare service
  services municipality county monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december`.split(/\s+/),
);

const places = new Set(placeNames.map((name) => name.toLowerCase()));
const mostWordsOfAPlace = Math.max(...[...places].map((name) => name.split(' ').length));
const isPlace = (words: readonly string[]): boolean => {
  const name = words.join(' ').toLowerCase();
  return places.has(name) || places.has(name.replace(/s$/, ''));
};

/**
 * The words of a text that likely name a person, by their shape alone: capitalised words in a row, where more than the first of
 * a sentence is no place, and a capitalised word after «mor», «kontaktperson» and the like. No list of names, so some are missed.
 */
export function likelyNames(text: string): string[] {
  const found = [...text.matchAll(inARow)].filter((match) => isNameLike(match[0].split(/\s+/), beginsSentence(text.slice(0, match.index)))).map(([words]) => words);
  const single = [...text.matchAll(afterPerson)].map((match) => match[1]!);
  const named = single.filter((word) => !isPlace([word]) && !notOfPersons.has(word.toLowerCase()) && !found.some((words) => words.split(/\s+/).includes(word)));
  return [...new Set([...found, ...named])];
}

const beginsSentence = (before: string): boolean => /(^|[^\p{L}\p{N},\s])\s*$/u.test(before);

/** Whether capitalised words in a row are more than places and the capital that a sentence begins with. */
function isNameLike(words: readonly string[], first: boolean): boolean {
  if (words.some((word) => notOfPersons.has(word.toLowerCase()))) return false;
  const left: number[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(mostWordsOfAPlace, words.length - at);
    while (length && !isPlace(words.slice(at, at + length))) length -= 1;
    if (!length) left.push(at);
    at += length || 1;
  }
  return left.some((at) => !first || at > 0);
}
