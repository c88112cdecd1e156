import { and, desc, eq } from 'drizzle-orm';
import { mails } from '../../db/schema/mail.ts';
import type { Ctx } from '../ports/context.ts';
import type { ListedMail } from './listed-mail.ts';
import { mayGoAgain } from './mail-again.ts';

const columns = {
  id: mails.id,
  template: mails.template,
  status: mails.status,
  failureCode: mails.failureCode,
  at: mails.createdAt,
};

/** Mails to an address, the newest first. One query. */
export async function listMails(
  ctx: Ctx,
  input: { readonly recipient: string; readonly limit: number },
): Promise<ListedMail[]> {
  const rows = await ctx.db
    .select(columns)
    .from(mails)
    .where(eq(mails.recipient, input.recipient))
    .orderBy(desc(mails.createdAt), mails.id)
    .limit(input.limit);
  return rows.map((row) => ({ ...row, mayGoAgain: mayGoAgain(row) }));
}

/** One mail to an address; null when it went to another, or never was. */
export async function readMail(
  ctx: Ctx,
  input: { readonly recipient: string; readonly mailId: string },
): Promise<ListedMail | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(mails)
    .where(and(eq(mails.id, input.mailId), eq(mails.recipient, input.recipient)));
  return row ? { ...row, mayGoAgain: mayGoAgain(row) } : null;
}
