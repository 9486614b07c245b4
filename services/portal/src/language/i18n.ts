import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { messages } from '../messages/index.js';
import { addFormats } from './format.js';
import { rememberLanguage, rememberedLanguage, languages, type Language } from './languages.js';

export const i18n = createInstance();

i18n.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

void i18n.use(initReactI18next).init({
  lng: rememberedLanguage(),
  supportedLngs: languages,
  fallbackLng: 'nb',
  resources: { nb: { translation: messages.nb }, nn: { translation: messages.nn }, en: { translation: messages.en } },
  interpolation: { escapeValue: false },
  initAsync: false,
});
addFormats(i18n);

export function chooseLanguage(language: Language) {
  rememberLanguage(language);
  void i18n.changeLanguage(language);
}
