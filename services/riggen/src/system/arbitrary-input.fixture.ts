import fc, { type Arbitrary } from 'fast-check';

interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
  maxLength?: number;
}

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString());
const samples = ['p08', 'p01', 'k1', 'G01', 'nord', 'basic', 'Samling om ros', 'ÆØÅ æøå', 'a-b_c.d', '1806', 'nb', '0301', 'no one'];
/** A text that a pattern lets through, where one of the samples is. */
function textOf(pattern: string | undefined): Arbitrary<string> {
  const matching = samples.filter((sample) => !pattern || new RegExp(pattern, 'u').test(sample));
  return fc.constantFrom(...(matching.length ? matching : samples));
}

/** Inputs that fit a JSON schema as far as the schema can say; rules beyond it refuse some of them. */
export function fitting(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.length) return fc.oneof(...choices.map(fitting));
  if (schema.allOf?.length) return fc.tuple(...schema.allOf.map(fitting)).map((parts) => Object.assign({}, ...(parts as object[])) as unknown);
  switch (schema.type ?? 'any') {
    case 'object': {
      const fields = Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, field]) => [name, fitting(field)]));
      return fc.record(fields, { requiredKeys: schema.required ?? [] });
    }
    case 'array':
      return fc.array(fitting(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: (schema.minItems ?? 0) + 2 });
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const min = Math.max(schema.minimum ?? schema.exclusiveMinimum ?? -3, -1_000);
      return fc.integer({ min, max: Math.max(min, Math.min(schema.maximum ?? min + 10, min + 1_000)) });
    }
    case 'string':
      if (schema.format === 'date') return day.map((time) => time.slice(0, 10));
      if (schema.format === 'date-time') return day;
      return schema.format === 'uuid' ? fc.uuid() : textOf(schema.pattern);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

const odd: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, '', ' ', 0, -1, 1e308, 2 ** 53, true, [], {}, 'x'.repeat(20_000), '\u0000', '\ud800', '\u202e', "'; drop table events; --", '../../etc/passwd'),
  fc.constantFrom<unknown>('0000-00-00', '9999-12-31', '2025-02-30', '2025-03-03T25:00:00Z', '01010112345', { __proto__: null }, [[[[[[[[]]]]]]]]),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** An input with something wrong in it: a field that is odd, missing or too much, or no object at all. */
export const mutated = (schema: JsonSchema): Arbitrary<unknown> =>
  fc.tuple(fitting(schema), fc.nat(), odd, fc.nat({ max: 3 })).map(([input, which, value, how]) => {
    if (how === 0 || typeof input !== 'object' || input === null) return value;
    const names = Object.keys(input);
    const name = how === 1 ? '__proto__x' : (names[which % Math.max(1, names.length)] ?? 'more');
    const { [name]: _, ...rest } = input as Record<string, unknown>;
    return how === 2 ? rest : { ...rest, [name]: value };
  });
