import type { Problem } from '@riggen/contracts';
import { formatFor } from '../language/format.js';

/**
 * What a problem says, to people: what it names by key is called by its name, where one is known, and dates are written out. A key
 * without a name stays.
 */
export function withNames({ detail, template, params }: Pick<Problem, 'detail' | 'template' | 'params'>, names: ReadonlyMap<string, string>, language: string): string {
  if (!template || !params) return detail;
  const { date } = formatFor(language);
  const named = (word: string) => names.get(word) ?? (/^\d{4}-\d\d-\d\d$/.test(word) ? date(word) : word);
  // A key begins with a letter or digit; what stands before and after it is ours.
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '').replace(/[\p{L}\p{N}][\p{L}\p{N}._:/#+-]*(?<![.:])/gu, named));
}

/** What things are called in answers of the server, by their keys: an object's first key, its name or title, else its dates. */
export function namesIn(answers: unknown, language: string): Map<string, string> {
  const names = new Map<string, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) {
      const key = Object.entries(value).find(([field]) => /^id$|Id$/.test(field))?.[1] as unknown;
      const name = nameOf(value, language);
      if (typeof key === 'string' && name && !names.has(key)) names.set(key, name);
    }
    Object.values(value).forEach(look);
  };
  look(answers);
  return names;
}

function nameOf(thing: { name?: unknown; title?: unknown; startsOn?: unknown; endsOn?: unknown }, language: string): string | undefined {
  const called = thing.name ?? thing.title;
  if (typeof called === 'string') return called;
  if (typeof called === 'object' && called !== null) return (called as Record<string, string>)[language] ?? (called as Record<string, string>)['nb'];
  if (typeof thing.startsOn !== 'string' || typeof thing.endsOn !== 'string') return undefined;
  const format = formatFor(language);
  return thing.startsOn === thing.endsOn ? format.date(thing.startsOn) : format.dateRange(thing.startsOn, thing.endsOn);
}
