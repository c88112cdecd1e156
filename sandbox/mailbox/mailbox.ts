import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { createMailboxHandler } from './requests.ts';
import { type MessageStore, openMessageStore } from './store.ts';

export interface MailboxOptions {
  /** 0 = any free port. */
  readonly smtpPort: number;
  readonly webPort: number;
  /** Where the mails are kept; created when missing. */
  readonly dataDir: string;
  /** @default '127.0.0.1' */
  readonly host?: string;
}

export interface Mailbox {
  readonly webUrl: string;
  readonly smtpUrl: string;
  close(): Promise<void>;
}

/** A mail server that takes everything and sends nothing on, with pages and an API to read it. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const host = options.host ?? '127.0.0.1';
  const store = await openMessageStore(options.dataDir);
  const smtp = createSmtpServer(store);
  const web = createServer(createMailboxHandler(store));
  const smtpPort = await listen(smtp.server, options.smtpPort, host);
  const webPort = await listen(web, options.webPort, host);
  return {
    webUrl: `http://localhost:${webPort}`,
    smtpUrl: `smtp://${host}:${smtpPort}`,
    async close() {
      web.closeAllConnections();
      await new Promise<void>((resolve) => web.close(() => resolve()));
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

function createSmtpServer(store: MessageStore): SMTPServer {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      const to = rcptTo.map(({ address }) => address);
      buffer(stream)
        .then((raw) => store.add(raw, mailFrom ? mailFrom.address : '', to))
        .then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
    },
  });
  // A sender that is killed in the middle of a mail takes nobody with it.
  smtp.on('error', (error) => process.stderr.write(`mailbox: ${error.message}\n`));
  return smtp;
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}
