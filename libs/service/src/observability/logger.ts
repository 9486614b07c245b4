import type { LoggerService } from '@nestjs/common';
import { type Logger, pino, destination } from 'pino';

/** The process's log: JSON lines on standard error, at the level of LOG_LEVEL (default info). Holds no bodies of requests. */
export function createLogger(name: string): Logger {
  return pino({ name, level: process.env['LOG_LEVEL'] ?? 'info' }, destination(2));
}

/** Lets Nest write to our log. */
export function nestLogger(logger: Logger): LoggerService {
  const at = (level: 'info' | 'error' | 'warn' | 'debug') => (message: unknown, ...rest: unknown[]) =>
    logger[level]({ context: rest.at(-1) }, String(message));
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug'), verbose: at('debug'), fatal: at('error') };
}
