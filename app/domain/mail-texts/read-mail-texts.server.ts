import { and, eq } from 'drizzle-orm';
import { mailTexts } from '../../db/schema/mail-texts.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import { type MailText, noWords } from './mail-text.ts';

/** The newsroom's words in a mail; none of its own: {@link noWords}. */
export async function readMailText(
  ctx: Ctx,
  { template, locale }: { readonly template: string; readonly locale: Locale },
): Promise<MailText> {
  const [row] = await ctx.db
    .select({
      subject: mailTexts.subject,
      opening: mailTexts.opening,
      closing: mailTexts.closing,
      version: mailTexts.version,
    })
    .from(mailTexts)
    .where(and(eq(mailTexts.template, template), eq(mailTexts.locale, locale)));
  return row ?? noWords;
}

/** Which mails have words of the newsroom's own, and in which languages. */
export async function listOwnWords(
  ctx: Ctx,
): Promise<readonly { readonly template: string; readonly locale: Locale }[]> {
  return ctx.db
    .select({ template: mailTexts.template, locale: mailTexts.locale })
    .from(mailTexts)
    .orderBy(mailTexts.template, mailTexts.locale);
}
