import type { ParseKeys } from 'i18next';

/** A sentence that a rule has chosen: the message and what goes into it. The words stay in the message files. */
export interface Sentence {
  key: ParseKeys;
  values?: Readonly<Record<string, string | number>>;
}
