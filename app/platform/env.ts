import path from 'node:path';
import { z } from 'zod';

/** The configuration of a process, parsed once. Nothing else reads the environment. */
export interface Env {
  readonly nodeEnv: 'development' | 'production' | 'test';
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port that readers use; no trailing slash. */
  readonly appUrl: string;
  readonly dataDir: string;
  /** Where pictures are kept and served from. Processes on several machines share it. */
  readonly mediaDir: string;
  readonly databaseUrl: string;
  readonly stripeSecretKey: string;
  readonly stripeWebhookSecrets: readonly string[];
  /** The sandbox Stripe's address; null = the real one. */
  readonly stripeApiBase: string | null;
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly appSecret: string;
  readonly logLevel: string;
  readonly runsWorker: boolean;
  /** How many proxies in front of us are ours: their X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** The header by which a CDN in front names the reader's country; null: nobody tells. */
  readonly countryHeader: string | null;
  readonly sandbox: {
    readonly standIns: readonly ('database' | 'stripe' | 'mail')[];
    readonly stripeUrl: string | null;
    readonly mailboxUrl: string | null;
    readonly mayBePublic: boolean;
  };
}

const port = z.coerce
  .number({ error: 'must be a port number, such as 3000' })
  .int('must be a whole number')
  .min(1, 'must be between 1 and 65535')
  .max(65_535, 'must be between 1 and 65535');
const flag = (fallback: boolean) =>
  z
    .enum(['0', '1'], { error: 'must be 1 (yes) or 0 (no)' })
    .default(fallback ? '1' : '0')
    .transform((value) => value === '1');
const webUrl = z
  .url({ protocol: /^https?$/, error: 'must be a web address, such as https://news.example.org' })
  .transform((value) => value.replace(/\/+$/, ''));

const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], {
      error: 'must be development, production or test',
    })
    .default('production'),
  HOST: z
    .string()
    .min(1, 'must be an address to listen on, such as 127.0.0.1')
    .default('127.0.0.1'),
  PORT: port.default(3000),
  APP_URL: webUrl.optional(),
  DATA_DIR: z.string().min(1, 'must be a folder').default('.data'),
  MEDIA_DIR: z.string().min(1, 'must be a folder').optional(),
  DATABASE_URL: z
    .string({
      error: 'is missing: give postgres://user:password@host/database, or use `npm start`',
    })
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
  STRIPE_SECRET_KEY: z
    .string({
      error: 'is missing: copy the secret key from the Stripe dashboard, or use `npm start`',
    })
    .regex(/^(sk|rk)_(test|live)_/, 'must begin with sk_test_, sk_live_, rk_test_ or rk_live_'),
  STRIPE_WEBHOOK_SECRET: z
    .string({ error: 'is missing: copy it from the webhook endpoint in the Stripe dashboard' })
    .transform((value) => value.split(',').map((part) => part.trim()))
    .refine(
      (secrets) => secrets.length > 0 && secrets.every((secret) => secret.startsWith('whsec_')),
      'must begin with whsec_ (several, while one is being rolled, are separated by a comma)',
    ),
  STRIPE_API_BASE: webUrl
    .refine(
      (value) => isLoopback(new URL(value).hostname),
      'may only name this machine: it is for the sandbox Stripe',
    )
    .optional(),
  SMTP_URL: z
    .string({ error: 'is missing: give smtp://user:password@host:587, or use `npm start`' })
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'),
  MAIL_FROM: z.string().regex(/@/, 'must be a mail address').default('newsroom@example.org'),
  APP_SECRET: z
    .string({ error: 'is missing: make one with `openssl rand -hex 32`' })
    .min(32, 'must be at least 32 characters: make one with `openssl rand -hex 32`'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  WORKER: flag(true),
  TRUSTED_PROXIES: z.coerce
    .number({ error: 'must be how many proxies stand in front, such as 1' })
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .default(0),
  COUNTRY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'must be the name of a header, such as CF-IPCountry')
    .optional(),
  SANDBOX: z
    .string()
    .default('')
    .transform((value) => value.split(',').filter((part) => part !== ''))
    .pipe(
      z.array(
        z.enum(['database', 'stripe', 'mail'], { error: 'may list database, stripe and mail' }),
      ),
    ),
  SANDBOX_STRIPE_URL: webUrl.optional(),
  SANDBOX_MAILBOX_URL: webUrl.optional(),
  SANDBOX_PUBLIC: flag(false),
});

/** The names that {@link readEnv} understands: `.env.example` lists each of them. */
export const environmentVariables = Object.keys(variables.shape);

/** A configuration that can't work; `message` names each variable and its remedy, one a line. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/** @throws EnvError naming every wrong variable with what it should be. Values are not repeated: they may be secret. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map((issue) => `${String(issue.path[0])} ${issue.message}`).join('\n'),
    );
  }
  const v = parsed.data;
  const appUrl = v.APP_URL ?? `http://localhost:${v.PORT}`;
  if (v.SANDBOX.includes('stripe') && !v.STRIPE_API_BASE) {
    throw new EnvError('STRIPE_API_BASE is missing: SANDBOX says that the Stripe is the stand-in');
  }
  if (v.STRIPE_API_BASE && /_live_/.test(v.STRIPE_SECRET_KEY)) {
    throw new EnvError(
      'STRIPE_SECRET_KEY is a live key, which must not be sent to the sandbox: take STRIPE_API_BASE away',
    );
  }
  if (v.SANDBOX.includes('stripe') && !v.SANDBOX_PUBLIC && !isLoopback(new URL(appUrl).hostname)) {
    throw new EnvError(
      'APP_URL is a public name, but payments go to the sandbox: set STRIPE_SECRET_KEY for a real site, or SANDBOX_PUBLIC=1 for a demonstration',
    );
  }
  return {
    nodeEnv: v.NODE_ENV,
    host: v.HOST,
    port: v.PORT,
    appUrl,
    dataDir: v.DATA_DIR,
    mediaDir: v.MEDIA_DIR ?? path.join(v.DATA_DIR, 'media'),
    databaseUrl: v.DATABASE_URL,
    stripeSecretKey: v.STRIPE_SECRET_KEY,
    stripeWebhookSecrets: v.STRIPE_WEBHOOK_SECRET,
    stripeApiBase: v.STRIPE_API_BASE ?? null,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    appSecret: v.APP_SECRET,
    logLevel: v.LOG_LEVEL,
    runsWorker: v.WORKER,
    trustedProxies: v.TRUSTED_PROXIES,
    countryHeader: v.COUNTRY_HEADER ?? null,
    sandbox: {
      standIns: v.SANDBOX,
      stripeUrl: v.SANDBOX_STRIPE_URL ?? null,
      mailboxUrl: v.SANDBOX_MAILBOX_URL ?? null,
      mayBePublic: v.SANDBOX_PUBLIC,
    },
  };
}

/** For tools that need nothing but the database. @throws EnvError as {@link readEnv}. */
export function readDatabaseUrl(source: Record<string, string | undefined>): string {
  const parsed = variables.pick({ DATABASE_URL: true }).safeParse(source);
  if (!parsed.success) throw new EnvError(`DATABASE_URL ${parsed.error.issues[0]?.message ?? ''}`);
  return parsed.data.DATABASE_URL;
}

/** Is this host name this machine? */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    hostname === '[::1]' ||
    hostname === '::1'
  );
}
