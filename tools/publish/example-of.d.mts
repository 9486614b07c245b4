/** Proposes a value that fits a JSON Schema. */
export function exampleOf(schema: object, name?: string): unknown;
