import { and, asc, ilike, isNull, ne, or } from 'drizzle-orm';
import { supporters } from '../../db/schema/supporters.ts';
import type { Ctx } from '../ports/context.ts';

const mostFound = 10;

export interface FoundSupporter {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

/** Supporters by a part of their name or address, without one of them, and without those erased or merged. For the staff. */
export async function findSupporters(
  ctx: Ctx,
  { words, exceptId }: { readonly words: string; readonly exceptId: string },
): Promise<FoundSupporter[]> {
  const search = words.trim();
  if (search === '') return [];
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return ctx.db
    .select({ id: supporters.id, email: supporters.email, name: supporters.name })
    .from(supporters)
    .where(
      and(
        or(ilike(supporters.email, like), ilike(supporters.name, like)),
        ne(supporters.id, exceptId),
        isNull(supporters.erasedAt),
        isNull(supporters.mergedIntoId),
      ),
    )
    .orderBy(asc(supporters.email))
    .limit(mostFound);
}
