import { describe, expect, it } from '@jest/globals';
import { commands, shortText } from '@riggen/contracts';
import { z } from 'zod';
import { warningsOf } from './warnings-of.js';

const named = 'avtalt med Kari Nordmann';
const pointersOf = (schema: z.ZodType, content: unknown) => warningsOf(schema, content, 'nb').map(({ pointer }) => pointer);

describe('warnings about a command', () => {
  it('say in the language of the reader which words likely name a person, and where', () => {
    const schema = z.object({ reason: shortText });
    for (const [language, text] of [['nb', 'navnet'], ['nn', 'namnet'], ['en', 'name']] as const) {
      const [warning, ...others] = warningsOf(schema, { reason: named }, language);
      expect(warning).toMatchObject({ pointer: '#/reason', reason: 'likely-name', detail: expect.stringContaining('«Kari Nordmann»') });
      expect(warning!.detail).toContain(text);
      expect(others).toEqual([]);
    }
    expect(warningsOf(schema, { reason: 'avtalt i Indre Østfold' }, 'nb')).toEqual([]);
  });

  it('reach every free text of a content, and nothing else', () => {
    const schema = z.object({
      said: shortText.describe('described').optional(),
      items: z.array(z.object({ note: shortText.nullable() })),
      either: z.discriminatedUnion('kind', [z.object({ kind: z.literal('text'), text: shortText }), z.object({ kind: z.literal('key'), key: z.string() })]),
      titles: z.record(z.string(), shortText),
      other: z.string(),
    });
    const content = { said: named, items: [{ note: null }, { note: named }], either: { kind: 'text', text: named }, titles: { nb: named }, other: named };
    expect(pointersOf(schema, content)).toEqual(['#/said', '#/items/1/note', '#/either/text', '#/titles/nb']);
    expect(pointersOf(schema, { ...content, said: undefined, items: [], titles: {}, either: { kind: 'key', key: named } })).toEqual([]);
  });

  it('reach free texts of the commands', () => {
    const { schema } = commands.find(({ name }) => name === 'cancel-gathering')!;
    expect(pointersOf(schema, { gatheringId: 'G1', reason: named })).toEqual(['#/reason']);
  });
});
