import type { LoggerService } from '@nestjs/common';
import { errorText } from '@riggen/event-store';
import { type Logger, pino, destination } from 'pino';

/** Contents of requests and events, wherever somebody may hang them on a line. */
const contents = ['command', 'input', 'body', 'data', 'request', 'event'].flatMap((field) => [field, `*.${field}`]);

/**
 * The process's log: JSON lines on standard error, at the level of LOG_LEVEL (default info). Holds no contents of requests and
 * events; of an error what `errorText` tells, and where it was raised.
 */
export function createLogger(name: string): Logger {
  return pino({ name, level: process.env['LOG_LEVEL'] ?? 'info', redact: contents, serializers: { err: shownError } }, destination(2));
}

const shownError = (error: unknown) => ({
  message: errorText(error),
  stack: error instanceof Error ? error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) : undefined,
});

/** Lets Nest write to our log. */
export function nestLogger(logger: Logger): LoggerService {
  const at = (level: 'info' | 'error' | 'warn' | 'debug') => (message: unknown, ...rest: unknown[]) =>
    logger[level]({ context: rest.at(-1) }, String(message));
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('debug'), fatal: at('error') };
}
