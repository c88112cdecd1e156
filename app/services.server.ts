import { type Database, openDatabase } from './db/client.server.ts';
import type { Ctx } from './domain/ports/context.ts';
import type { Images, Media } from './domain/ports/images.ts';
import type { Pdf } from './domain/ports/pdf.ts';
import { createMail } from './gateways/email/outbox.server.ts';
import { createMailSamples } from './emails/samples/write-sample.ts';
import type { MailSamples } from './domain/ports/mail-samples.ts';
import type { MailChecks } from './domain/ports/mail-checks.ts';
import { createMailChecks } from './gateways/email/mail-checks.server.ts';
import { type SmtpTransport, createSmtpTransport } from './gateways/email/smtp.server.ts';
import { createMediaFolder } from './gateways/images/media-folder.server.ts';
import { createImages } from './gateways/images/read-image.server.ts';
import { createPdf } from './gateways/pdf/write-pdf.server.ts';
import { createDeadLetters } from './gateways/queue/dead-letters.server.ts';
import { type Queue, createQueue } from './gateways/queue/queue.server.ts';
import { isLiveKey } from './gateways/stripe/client.server.ts';
import { createStripePayments } from './gateways/stripe/payments.server.ts';
import { createWebhookVerifier, type WebhookVerifier } from './gateways/stripe/webhook.server.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Env } from './platform/env.ts';
import { type Logger, createLogger } from './platform/logger.ts';

/** Everything a process of ours works with. Made once by the process's entry, and handed down. */
export interface Services extends Ctx {
  readonly db: Database['db'];
  readonly env: Env;
  readonly database: Database;
  readonly queue: Queue;
  readonly smtp: SmtpTransport;
  readonly mailChecks: MailChecks;
  readonly mailSamples: MailSamples;
  readonly pdf: Pdf;
  readonly images: Images;
  readonly media: Media;
  readonly verifyWebhook: WebhookVerifier;
  close(): Promise<void>;
}

/** Opens everything. The caller closes it, after the last request. */
export async function createServices(
  env: Env,
  options: { clock?: Clock; log?: Logger } = {},
): Promise<Services> {
  const log = options.log ?? createLogger(env.logLevel);
  const clock = options.clock ?? systemClock;
  const database = openDatabase(env.databaseUrl, {
    onError: (error) => log.error({ err: error }, 'a database connection broke'),
  });
  const payments = createStripePayments({
    secretKey: env.stripeSecretKey,
    apiBase: env.stripeApiBase,
    environment: env.sandbox.standIns.includes('stripe') ? 'sandbox' : env.nodeEnv,
  });
  const queue = createQueue(database, log, {
    onGivenUp: createDeadLetters(database.db, { clock, payments }),
  });
  await queue.start();
  const smtp = createSmtpTransport(env.smtpUrl, env.mailFrom);
  return {
    env,
    database,
    queue,
    smtp,
    mailChecks: createMailChecks(env.smtpUrl),
    mailSamples: createMailSamples(env.appUrl),
    pdf: createPdf(),
    images: createImages(),
    media: createMediaFolder(env.mediaDir),
    db: database.db,
    payments,
    verifyWebhook: createWebhookVerifier(env.stripeWebhookSecrets, isLiveKey(env.stripeSecretKey)),
    mail: createMail({ jobs: queue.jobs, clock }),
    jobs: queue.jobs,
    clock,
    log,
    async close() {
      await queue.stop();
      smtp.close();
      await database.close();
    },
  };
}
