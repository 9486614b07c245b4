import { beforeAll, describe, expect, it } from '@jest/globals';
import { createInstance, type i18n } from 'i18next';
import { addFormats } from '../language/format.js';
import { languages, type Language } from '../language/languages.js';
import { messages } from './index.js';

type Messages = { [key: string]: string | Messages };

const read = (language: Language): Messages => messages[language];

const flatten = (messages: Messages, path = ''): [key: string, text: string][] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [[path + key, message]] : flatten(message, `${path}${key}.`),
  );

const all = Object.fromEntries(languages.map((language) => [language, new Map(flatten(read(language)))])) as Record<
  Language,
  Map<string, string>
>;
const placeholdersOf = (text: string) => (text.match(/\{\{[^}]+\}\}/g) ?? []).sort();

describe.each(languages)('the messages in %s', (language) => {
  let instance: i18n;
  beforeAll(async () => {
    instance = createInstance();
    await instance.init({
      lng: language,
      resources: { [language]: { translation: read(language) } },
      interpolation: { escapeValue: false },
    });
    addFormats(instance);
  });

  it('are the same as in Bokmål, with the same figures in them', () => {
    expect([...all[language].keys()]).toEqual([...all.nb.keys()]);
    for (const [key, text] of all[language]) {
      expect([key, placeholdersOf(text)]).toEqual([key, placeholdersOf(all.nb.get(key) ?? '')]);
    }
  });

  it('make a headline of at most 120 characters from any finding', () => {
    const starts = [...all[language].keys()].filter((key) => /^pilot\.headline\.(\w+\.\w+|similar)$/.test(key));
    const statements = [...all[language].keys()].flatMap((key) => /^statement\.(.+)$/.exec(key)?.[1] ?? []);
    expect(starts.length * statements.length).toBeGreaterThan(0);
    for (const start of starts) {
      for (const statement of statements) {
        const text = `${say(start)} ${say('pilot.headline.widest', { statement, first: 6.22, second: 5.27 })}`;
        expect([text, text.length <= 120]).toEqual([text, true]);
      }
    }
  });

  it('write numbers the way the language does', () => {
    const text = say('pilot.headline.widest', { statement: 'could_influence', first: 6.2, second: 5.275 });
    expect(text).toContain(language === 'en' ? '6.20' : '6,20');
    expect(say('pilot.tools.usefulness', { share: 85.8 })).toContain(language === 'en' ? '86%' : '86\u00a0%');
  });

  function say(key: string, values: Record<string, string | number> = {}) {
    return (instance.t as (key: string, values: object) => string)(key, values);
  }
});
