import path from 'node:path';
import { readDemoContent } from './demo/content/read-content.ts';
import { demoSeed, prepareStripeHistory } from './demo/history/prepare.ts';
import { type Mailbox, startMailbox } from './mailbox/mailbox.ts';
import type { ConfiguredWebhook } from './stripe/delivery/configured-endpoint.ts';
import { type StripeSandbox, startStripeSandbox } from './stripe/server.ts';

/** What `npm start` asks for, as JSON in the variable SANDBOX_SERVICES; null = the real one is used. */
interface Wanted {
  readonly dataDir: string;
  readonly stripe: {
    readonly port: number;
    readonly publicUrl: string;
    readonly webhook: ConfiguredWebhook;
    /** Two years of the demo newsroom's payments, unless something has happened there already. */
    readonly history: { readonly appUrl: string } | null;
  } | null;
  readonly mailbox: { readonly smtpPort: number; readonly webPort: number } | null;
}

const host = '127.0.0.1';
const wanted = JSON.parse(process.env['SANDBOX_SERVICES'] ?? '') as Wanted;
const running: (Mailbox | StripeSandbox)[] = [];

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await Promise.all(running.map((service) => service.close()));
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

if (wanted.mailbox) {
  const dataDir = path.join(wanted.dataDir, 'mailbox');
  running.push(await startMailbox({ ...wanted.mailbox, dataDir, host }));
}
if (wanted.stripe) {
  const dataDir = path.join(wanted.dataDir, 'stripe');
  const { history, ...options } = wanted.stripe;
  if (history) prepareStripeHistory({ dataDir, publicUrl: options.publicUrl, ...history });
  // Stripe's pages and card statements name the newsroom, as its own account would.
  const settings = history ? { account: { name: readDemoContent().newsroom.name.en } } : {};
  running.push(await startStripeSandbox({ ...options, dataDir, host, seed: demoSeed, settings }));
}
process.send?.('ready');
