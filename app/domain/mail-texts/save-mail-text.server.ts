import { and, eq, sql } from 'drizzle-orm';
import { mailTexts } from '../../db/schema/mail-texts.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import type { MailWords } from '../ports/mail-samples.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import type { WordedMail } from './mail-text.ts';
import { readMailText } from './read-mail-texts.server.ts';

/**
 * Saves the newsroom's words in a mail; all of them empty gives the mail its own back. Caller's duty:
 * that the actor may, and that the words hold no placeholder that the mail does not know.
 * @param input.expected the version that the form was drawn from; null: there were none
 */
export async function saveMailText(
  ctx: Ctx,
  input: MailWords & {
    readonly template: WordedMail;
    readonly locale: Locale;
    readonly expected: string | null;
    readonly actorId: string;
    readonly reason: string;
  },
): Promise<Result<{ hasChanged: boolean }, 'changed_meanwhile'>> {
  const { template, locale, subject, opening, closing } = input;
  return inTransaction(ctx, async (tx) => {
    // One at a time: words that were never saved have no row to lock.
    await tx.db.execute(
      sql`select pg_advisory_xact_lock(hashtext(${`mail-text ${template} ${locale}`}))`,
    );
    const { version, ...before } = await readMailText(tx, { template, locale });
    if (version !== input.expected) return fail('changed_meanwhile');
    const after = { subject, opening, closing };
    if (JSON.stringify(before) === JSON.stringify(after)) return ok({ hasChanged: false });
    const row = { ...after, version: newId(), updatedAt: tx.clock.now() };
    if (subject + opening + closing === '') {
      await tx.db
        .delete(mailTexts)
        .where(and(eq(mailTexts.template, template), eq(mailTexts.locale, locale)));
    } else {
      await tx.db
        .insert(mailTexts)
        .values({ template, locale, ...row })
        .onConflictDoUpdate({ target: [mailTexts.template, mailTexts.locale], set: row });
    }
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'mail_text.changed', reason: input.reason },
      ...{ subjectKind: 'mail_text', subjectId: `${template}/${locale}`, before, after },
    });
    return ok({ hasChanged: true });
  });
}
