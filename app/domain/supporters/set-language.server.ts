import { eq } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Ctx } from '../ports/context.ts';

/** The language in which we write to a supporter. Pages keep to their address. */
export async function setLanguage(
  ctx: Ctx,
  input: { readonly supporterId: string; readonly locale: Locale },
): Promise<void> {
  await ctx.db
    .update(supporters)
    .set({ locale: input.locale })
    .where(eq(supporters.id, input.supporterId));
}
