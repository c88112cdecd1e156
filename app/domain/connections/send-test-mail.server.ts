import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

/** What hands a mail over, as far as a test needs it. */
export interface TestTransport {
  send(mail: {
    readonly messageId: string;
    readonly fromName: string;
    readonly to: string;
    readonly replyTo: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
  }): Promise<
    | { readonly outcome: 'sent' }
    | { readonly outcome: 'later' | 'never' | 'unknown'; readonly code: string }
  >;
}

export interface TestMailOutcome {
  readonly outcome: 'sent' | 'later' | 'never' | 'unknown';
  /** The server's reply code, or the connection's error; null when it took the mail. */
  readonly code: string | null;
}

/**
 * Hands one mail to the mail server at once, past the outbox, and tells what it answered. Caller's
 * duty: that the actor may, and that the address is the actor's own.
 */
export async function sendTestMail(
  ctx: Ctx,
  transport: TestTransport,
  input: {
    readonly actorId: string;
    readonly to: string;
    readonly host: string;
    readonly newsroom: { readonly name: string; readonly contactEmail: string };
    readonly words: { readonly subject: string; readonly text: string };
  },
): Promise<TestMailOutcome> {
  const { newsroom, words } = input;
  const sent = await transport.send({
    messageId: `<${newId()}@${input.host}>`,
    ...{ fromName: newsroom.name, to: input.to, replyTo: newsroom.contactEmail },
    ...words,
    html: `<p>${escapeHtml(words.text)}</p>`,
  });
  const code = sent.outcome === 'sent' ? null : sent.code;
  await recordAudit(ctx, {
    actorId: input.actorId,
    action: 'connection.mail_tested',
    subjectKind: 'connection',
    subjectId: 'mail',
    detail: { outcome: sent.outcome, code },
    reason: '',
  });
  return { outcome: sent.outcome, code };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
