import { type DestinationStream, type LoggerOptions, type Logger as PinoLogger, pino } from 'pino';
import { describeFailure } from './failure.ts';

/** Structured log lines on stdout. Never given tokens, links, card data or mail bodies. */
export type Logger = PinoLogger;

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: toSafeError },
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
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Errors carry what they failed on (queries their parameters, requests their bodies): only this is logged. */
function toSafeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // The first lines of a stack repeat the message.
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message: describeFailure(error).message, code, stack };
}
