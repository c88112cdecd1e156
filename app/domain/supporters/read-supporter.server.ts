import { and, eq, isNull } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import { defaultLocale, isLocale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';
import type { ViewerSupporter } from './viewer.ts';

/** A supporter by id, or null; null too for one who was erased. Caller's duty: that the asker may see them. */
export async function readSupporter(
  ctx: Ctx,
  supporterId: string,
): Promise<ViewerSupporter | null> {
  const rows = await ctx.db
    .select({
      id: supporters.id,
      email: supporters.email,
      name: supporters.name,
      locale: supporters.locale,
    })
    .from(supporters)
    .where(and(eq(supporters.id, supporterId), isNull(supporters.erasedAt)))
    .limit(1);
  const row = rows[0];
  return row ? { ...row, locale: isLocale(row.locale) ? row.locale : defaultLocale } : null;
}
