import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';

/** A mail as the mailbox shows it and as the API answers it. */
export interface Message {
  /** Sorts by arrival. */
  readonly id: string;
  /** The envelope's recipients, in lower case: where it really went, Bcc included. */
  readonly to: readonly string[];
  readonly from: string;
  readonly subject: string;
  /** When it arrived, ISO 8601. */
  readonly date: string;
  readonly text: string;
  /** null for a mail of plain text only. */
  readonly html: string | null;
  /** As sent, in order, folding undone. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    /** bytes */
    readonly size: number;
  }[];
}

export type MessageSummary = Pick<Message, 'id' | 'to' | 'from' | 'subject' | 'date'>;

export interface Envelope {
  readonly id: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly date: Date;
}

/** Reads what came over SMTP. Embedded pictures become data addresses inside `html`. */
export async function parseMessage(raw: Buffer, envelope: Envelope): Promise<Message> {
  const mail = await simpleParser(raw);
  return {
    id: envelope.id,
    to: envelope.to.map((address) => address.toLowerCase()),
    from: addressText(mail.from) ?? envelope.from,
    subject: mail.subject ?? '',
    date: envelope.date.toISOString(),
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : null,
    headers: mail.headerLines.map(({ line }) => splitHeader(line)),
    attachments: attachmentsOf(mail).map((part) => ({
      filename: part.filename ?? 'attachment',
      contentType: part.contentType,
      size: part.size,
    })),
  };
}

/** One attachment's bytes, by its place in `attachments`; null when there is none there. */
export async function readAttachment(
  raw: Buffer,
  index: number,
): Promise<{ content: Buffer; contentType: string; filename: string } | null> {
  const part = attachmentsOf(await simpleParser(raw))[index];
  if (!part) return null;
  return {
    content: part.content,
    contentType: part.contentType,
    filename: part.filename ?? 'attachment',
  };
}

/** Pictures that the HTML shows itself are not attachments to a reader. */
function attachmentsOf(mail: ParsedMail) {
  return mail.attachments.filter((part) => !part.related);
}

function addressText(address: AddressObject | undefined): string | undefined {
  return address?.text === '' ? undefined : address?.text;
}

function splitHeader(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  return {
    name: line.slice(0, colon),
    value: line
      .slice(colon + 1)
      .replace(/\r?\n\s+/g, ' ')
      .trim(),
  };
}
