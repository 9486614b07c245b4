import { useTranslation } from 'react-i18next';
import { formatFor } from './format.js';
import type { Sentence } from './sentence.js';

/** The messages and the number and date formats of the chosen language. */
export function useLanguage() {
  const { t, i18n } = useTranslation();
  const say = (sentence: Sentence): string => t(sentence.key, { ...sentence.values });
  return { t, say, language: i18n.language, format: formatFor(i18n.language) };
}
