import nodemailer from 'nodemailer';

/** A mail that is ready to go out. */
export interface OutgoingMail {
  readonly messageId: string;
  /** Stands before the sender's address, unless that was configured with a name of its own. */
  readonly fromName: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers?: Record<string, string>;
}

/** `later`: nothing was handed over, try again. `never`: refused for good. `unknown`: it may have gone out. */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'later' | 'never' | 'unknown'; readonly code: string };

export interface SmtpTransport {
  send(mail: OutgoingMail): Promise<SendOutcome>;
  close(): void;
}

/** SMTP through nodemailer, pooled. */
export function createSmtpTransport(url: string, from: string): SmtpTransport {
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 4,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ fromName, ...mail }) {
      const sender = from.includes('<') ? from : { name: fromName, address: from };
      try {
        await transport.sendMail({ from: sender, ...mail });
        return { outcome: 'sent' };
      } catch (error) {
        return classifySmtpError(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * By code, never by message text. A reply of 5xx is final (RFC 5321 4.2.1), 4xx is "later"; a
 * connection that broke after DATA may have delivered, so it is not tried again by itself.
 */
export function classifySmtpError(error: unknown): SendOutcome {
  const { code, responseCode, command } = readSmtpError(error);
  const label = responseCode ? String(responseCode) : code;
  if (responseCode && responseCode >= 500) {
    return { outcome: code === 'EAUTH' ? 'later' : 'never', code: label };
  }
  if (responseCode && responseCode >= 400) return { outcome: 'later', code: label };
  if (command === 'DATA') return { outcome: 'unknown', code: label };
  return { outcome: 'later', code: label };
}

function readSmtpError(error: unknown): { code: string; responseCode?: number; command?: string } {
  if (typeof error !== 'object' || error === null) return { code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  return {
    code,
    ...('responseCode' in error && typeof error.responseCode === 'number'
      ? { responseCode: error.responseCode }
      : {}),
    ...('command' in error && typeof error.command === 'string' ? { command: error.command } : {}),
  };
}
