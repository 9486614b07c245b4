export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language is named in itself, so that those who need it can find it. */
export const languageNames: Record<Language, string> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

const storageKey = 'riggen.language';

const isLanguage = (value: string | null | undefined): value is Language =>
  languages.some((language) => language === value);

export function rememberedLanguage(): Language {
  const remembered = readStorage();
  if (isLanguage(remembered)) return remembered;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'nb';
}

/** Whether somebody has chosen the language in this browser. */
export const isLanguageChosen = (): boolean => isLanguage(readStorage());

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage can be switched off in the browser; the choice then lasts as long as the page.
  }
}

function readStorage() {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
