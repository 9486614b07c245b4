import type { Language } from '@riggen/contracts';

/** The reader's language by the environment (LC_ALL, LC_MESSAGES, LANG): Norwegian where it says so, else English. */
export function languageOfTerminal(env: NodeJS.ProcessEnv = process.env): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  if (/^nn/i.test(locale)) return 'nn';
  return /^(nb|no)/i.test(locale) ? 'nb' : 'en';
}
