// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { root } from './processes.mjs';

/**
 * @typedef {object} Options
 * @property {boolean} dev @property {boolean} fresh @property {boolean} empty
 *
 * @typedef {object} Configuration what was asked for, before anything has been started
 * @property {Options} options
 * @property {string} dataDir absolute
 * @property {string} host where the site listens
 * @property {string} appUrl
 * @property {{ app: number, stripe: number, mailbox: number, smtp: number, postgres: number }} ports
 * @property {{ database: boolean, stripe: boolean, mail: boolean }} standIns which services we play ourselves
 */

const usage = `npm start                 everything on this machine: site, database, sandbox Stripe, mailbox
npm start -- --fresh      the same, begun anew: deletes what is in DATA_DIR first
npm start -- --empty      the same, without the demo newsroom
npm run dev               the same, with hot reload

Environment (or a file .env): PORT (3000; the next four ports are used too), DATA_DIR (.data),
and, instead of each stand-in: DATABASE_URL, STRIPE_SECRET_KEY + STRIPE_WEBHOOK_SECRET, SMTP_URL.`;

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  const known = ['--dev', '--fresh', '--empty', '--help'];
  const unknown = args.find((arg) => !known.includes(arg));
  if (unknown) throw new Problem(`Unknown option ${unknown}: there are ${known.join(', ')}.`);
  if (args.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  const has = (/** @type {string} */ flag) => args.includes(flag);
  return { dev: has('--dev'), fresh: has('--fresh'), empty: has('--empty') };
}

export function assertNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return;
  throw new Problem(
    `This is Node ${process.versions.node}, 20.12 or newer is needed: see https://nodejs.org`,
  );
}

/** Reads `.env` in the root, when there is one; what the environment says already wins. */
export function loadEnvFile() {
  const file = path.join(root, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
}

/** @param {Options} options @param {NodeJS.ProcessEnv} env @returns {Configuration} @throws {Problem} */
export function readConfiguration(options, env) {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_531) {
    throw new Problem('PORT must be a whole number from 1 to 65531, such as 3000.');
  }
  const hasStripeKey = Boolean(env['STRIPE_SECRET_KEY']);
  if (hasStripeKey && !env['STRIPE_WEBHOOK_SECRET']) {
    throw new Problem(
      'STRIPE_SECRET_KEY is set, STRIPE_WEBHOOK_SECRET is missing: copy it from the webhook endpoint in the Stripe dashboard.',
    );
  }
  if (!hasStripeKey && env['STRIPE_WEBHOOK_SECRET']) {
    throw new Problem(
      'STRIPE_WEBHOOK_SECRET is set, STRIPE_SECRET_KEY is missing: set both for a real Stripe, or neither for the sandbox.',
    );
  }
  return {
    options,
    dataDir: path.resolve(root, env['DATA_DIR'] || '.data'),
    host: env['HOST'] || '127.0.0.1',
    appUrl: env['APP_URL'] || `http://localhost:${port}`,
    ports: { app: port, stripe: port + 1, mailbox: port + 2, smtp: port + 3, postgres: port + 4 },
    standIns: {
      database: !env['DATABASE_URL'],
      stripe: !hasStripeKey,
      mail: !env['SMTP_URL'],
    },
  };
}

/**
 * What the site, the migrations and the demo are started with.
 * @param {Configuration} configuration
 * @param {import('./data-folder.mjs').Secrets} secrets
 * @param {string} databaseUrl
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentForApp(
  { options, dataDir, host, appUrl, ports, standIns },
  secrets,
  databaseUrl,
  env,
) {
  const stripeUrl = `http://localhost:${ports.stripe}`;
  const active = Object.entries(standIns).filter(([, isActive]) => isActive);
  return {
    ...env,
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(ports.app),
    HOST: host,
    APP_URL: appUrl,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    MAIL_FROM: env['MAIL_FROM'] || 'newsroom@example.org',
    APP_SECRET: env['APP_SECRET'] || secrets.app,
    SANDBOX: active.map(([name]) => name).join(','),
    ...(standIns.stripe
      ? {
          STRIPE_SECRET_KEY: 'sk_test_sandbox',
          STRIPE_WEBHOOK_SECRET: secrets.webhook,
          STRIPE_API_BASE: stripeUrl,
          SANDBOX_STRIPE_URL: stripeUrl,
        }
      : {}),
    ...(standIns.mail
      ? {
          SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
          SANDBOX_MAILBOX_URL: `http://localhost:${ports.mailbox}`,
        }
      : {}),
  };
}
