/** Proposes a value that fits a JSON Schema: every property, one element of each kind. Patterns that it does not know are met by hand. */
export function exampleOf(schema, name = 'value') {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.oneOf ?? schema.anyOf) return exampleOf((schema.oneOf ?? schema.anyOf)[0], name);
  if (schema.type === 'object') return object(schema);
  if (schema.type === 'array') return array(schema, name);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(schema.minimum ?? 1, Math.min(3, schema.maximum ?? 3), 0);
  return text(schema, name);
}

function object({ properties = {}, propertyNames, additionalProperties }) {
  const named = Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, name)]));
  if (!additionalProperties || Object.keys(properties).length) return named;
  const keys = propertyNames?.enum ?? ['first'];
  return Object.fromEntries(keys.map((key) => [key, exampleOf(additionalProperties, key)]));
}

function array({ items, minItems = 1 }, name) {
  const elements = (items.oneOf ?? items.anyOf ?? [items]).map((schema) => exampleOf(schema, name));
  while (elements.length < minItems) elements.push(typeof elements[0] === 'string' ? `${elements[0]}${elements.length + 1}` : elements[0]);
  return elements;
}

function text({ format, pattern = '', allOf = [] }, name) {
  if (format === 'date') return '2025-03-03';
  if (format === 'date-time') return '2025-03-03T08:00:00.000Z';
  if (format === 'time') return '09:00';
  if (format === 'uuid') return '0195b1a2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';
  if (format === 'email') return 'someone@example.org';
  if (pattern.startsWith('^sealed:v1:')) return 'sealed:v1:c2FtcGxlIG9mIHdoYXQgaXMgZW5jcnlwdGVk';
  if (pattern.startsWith('^[a-z0-9_]')) return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (pattern === '^[a-z]{2,3}$') return 'nb';
  if (pattern === '^([01]\\d|2[0-3]):[0-5]\\d$') return '09:00';
  const [, digits, length] = /^\^\[?(\\d|0-9a-f)\]?\{(\d+)\}\$$/.exec(pattern) ?? [];
  if (digits) return '4'.repeat(Number(length));
  return allOf.length ? 'A short text' : `${name}-1`;
}
