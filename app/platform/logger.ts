import { type Logger as PinoLogger, pino } from 'pino';

/** Structured log lines on stdout. Never given tokens, links, card data or mail bodies. */
export type Logger = PinoLogger;

export function createLogger(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'token',
        'code',
        'email',
        '*.token',
        '*.code',
        '*.email',
        'authorization',
        '*.authorization',
      ],
      censor: '[redacted]',
    },
  });
}
