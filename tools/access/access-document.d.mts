/** docs/access.md, made from the exports of `@riggen/access` and `@riggen/contracts`. */
export function accessDocument(given: object): string;
