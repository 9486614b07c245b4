import { freeTexts, type Language, type Warning, warningAt } from '@riggen/contracts';
import { z } from 'zod';
import { likelyNames } from './likely-names.js';

type Path = (string | number)[];

/** What to look at again in a command that was taken: free texts that likely name a person. `content` fits the schema. */
export function warningsOf(schema: z.ZodType, content: unknown, language: Language): Warning[] {
  const warnings: Warning[] = [];
  for (const { path, text } of freeTextsIn(schema, content, [])) {
    const words = likelyNames(text).map((name) => `«${name}»`).join(', ');
    if (words) warnings.push(warningAt(path, 'likely-name', { words }, language));
  }
  return warnings;
}

/** The free texts of a content, by its schema, each with its path. */
function freeTextsIn(schema: z.core.$ZodType, content: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof content === 'string' && freeTexts.get(schema)) return [{ path, text: content }];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === 'object') {
    return Object.entries(def.shape).flatMap(([name, part]) => freeTextsIn(part, (content as Record<string, unknown> | null)?.[name], [...path, name]));
  }
  if (def.type === 'array') return Array.isArray(content) ? content.flatMap((item, index) => freeTextsIn(def.element, item, [...path, index])) : [];
  if (def.type === 'record') return Object.entries(content ?? {}).flatMap(([name, part]) => freeTextsIn(def.valueType, part, [...path, name]));
  if (def.type === 'union') {
    const fitting = def.options.find((option) => z.safeParse(option, content).success);
    return fitting ? freeTextsIn(fitting, content, path) : [];
  }
  if (def.type === 'pipe') return freeTextsIn(def.in, content, path);
  return 'innerType' in def ? freeTextsIn(def.innerType, content, path) : []; // optional, nullable, with a default …
}
