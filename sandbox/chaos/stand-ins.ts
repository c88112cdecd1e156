import { once } from 'node:events';
import { type Child, startNode } from '../launch/processes.mjs';

/** Addresses of a run, all on this machine. */
export interface Places {
  /** What readers and Stripe know the site by. */
  readonly appUrl: string;
  readonly stripeUrl: string;
  readonly mailboxUrl: string;
  readonly ports: {
    readonly door: number;
    readonly stripe: number;
    readonly mailbox: number;
    readonly smtp: number;
    readonly postgres: number;
    readonly siteA: number;
    readonly siteB: number;
  };
}

export function placesFrom(port: number): Places {
  const ports = {
    door: port,
    stripe: port + 1,
    mailbox: port + 2,
    smtp: port + 3,
    postgres: port + 4,
    siteA: port + 5,
    siteB: port + 6,
  };
  return {
    ports,
    appUrl: `http://localhost:${ports.door}`,
    stripeUrl: `http://localhost:${ports.stripe}`,
    mailboxUrl: `http://localhost:${ports.mailbox}`,
  };
}

/** The sandbox Stripe and the mailbox, in one process that nobody kills. @throws when it does not start */
export async function startStandIns(options: {
  places: Places;
  dataDir: string;
  webhookSecret: string;
  logFile: string;
}): Promise<Child> {
  const { places, dataDir, webhookSecret } = options;
  const { ports, appUrl, stripeUrl } = places;
  const child = startNode({
    name: 'sandbox',
    args: ['--import', 'tsx', 'sandbox/main.ts'],
    env: {
      ...process.env,
      SANDBOX_SERVICES: JSON.stringify({
        dataDir,
        stripe: {
          port: ports.stripe,
          publicUrl: stripeUrl,
          webhook: { url: `${appUrl}/webhooks/stripe`, secret: webhookSecret },
          history: null,
        },
        mailbox: { smtpPort: ports.smtp, webPort: ports.mailbox },
      }),
    },
    logFile: options.logFile,
  });
  const isReady = await Promise.race([
    once(child.process, 'message').then(() => true),
    child.exited.then(() => false),
  ]);
  if (!isReady) throw new Error(`The stand-ins do not start: ${child.tail()}`);
  return child;
}

/** One control of the sandbox Stripe. @throws when it refuses */
export async function control(
  { stripeUrl }: Places,
  name: string,
  fields: Record<string, string | number> = {},
): Promise<void> {
  const answer = await fetch(`${stripeUrl}/_sandbox/${name}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(fields),
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
}
