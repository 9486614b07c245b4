import { i18n } from '../language/i18n.js';
import type { Problem } from '@riggen/contracts';
import { queryClient } from './query-client.js';
import { namesIn, withNames } from './refusal-words.js';

/** What a problem says, with the names of things that the pages have loaded. */
export function wordsOf(said: Pick<Problem, 'detail' | 'template' | 'params'>): string {
  const loaded = queryClient.getQueriesData({}).map(([, data]) => data);
  return withNames(said, namesIn(loaded, i18n.language), i18n.language);
}
