import { asc, eq, sql } from 'drizzle-orm';
import { isForeignKeyViolation, isUniqueViolation } from '../../../db/failures.ts';
import { sections } from '../../../db/schema/articles.ts';
import type { Locale } from '../../../kernel/locale.ts';
import { type Result, fail, ok } from '../../../kernel/result.ts';
import { type Ctx, inTransaction } from '../../ports/context.ts';
import { recordAudit } from '../../supporters/record-audit.server.ts';
import { isSlug, reservedSlugs } from './reserved-slugs.ts';

export interface SectionWords {
  readonly name: Record<Locale, string>;
  readonly description: Record<Locale, string>;
}

interface Act {
  readonly slug: string;
  readonly actorId: string;
  readonly reason: string;
}

/**
 * Opens a section at the end of the others. Its address stays for good: links lead there.
 * Caller's duty: that the actor may.
 */
export async function addSection(
  ctx: Ctx,
  { slug, actorId, reason, name, description }: SectionWords & Act,
): Promise<Result<null, 'slug_malformed' | 'slug_reserved' | 'slug_taken'>> {
  if (!isSlug(slug)) return fail('slug_malformed');
  if (reservedSlugs.includes(slug)) return fail('slug_reserved');
  try {
    await inTransaction(ctx, async (tx) => {
      await holdOrder(tx);
      const next = sql<number>`(select coalesce(max(position), -1) + 1 from sections)`;
      await tx.db.insert(sections).values({ slug, name, description, position: next });
      await recordAudit(tx, {
        ...{ actorId, action: 'section.added', reason },
        ...{ subjectKind: 'section', subjectId: slug, after: { name, description } },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail('slug_taken');
    throw error;
  }
  return ok(null);
}

/** Changes what a section is called and how it presents itself. Caller's duty: that the actor may. */
export async function changeSection(
  ctx: Ctx,
  { slug, actorId, reason, name, description }: SectionWords & Act,
): Promise<Result<null, 'gone'>> {
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(sections).where(eq(sections.slug, slug)).for('update');
    if (!row) return fail('gone');
    await tx.db.update(sections).set({ name, description }).where(eq(sections.slug, slug));
    await recordAudit(tx, {
      ...{ actorId, action: 'section.changed', reason },
      ...{ subjectKind: 'section', subjectId: slug },
      ...{ before: { name: row.name, description: row.description }, after: { name, description } },
    });
    return ok(null);
  });
}

/** Moves a section by one in the site's navigation. Caller's duty: that the actor may. */
export async function moveSection(
  ctx: Ctx,
  input: { readonly slug: string; readonly actorId: string; readonly to: 'up' | 'down' },
): Promise<Result<null, 'gone' | 'at_the_edge'>> {
  return inTransaction(ctx, async (tx) => {
    await holdOrder(tx);
    const rows = await tx.db
      .select({ slug: sections.slug })
      .from(sections)
      .orderBy(asc(sections.position), asc(sections.slug));
    const order = rows.map(({ slug }) => slug);
    const from = order.indexOf(input.slug);
    const to = from + (input.to === 'up' ? -1 : 1);
    if (from < 0) return fail('gone');
    if (to < 0 || to >= order.length) return fail('at_the_edge');
    order.splice(to, 0, ...order.splice(from, 1));
    for (const [position, slug] of order.entries()) {
      await tx.db.update(sections).set({ position }).where(eq(sections.slug, slug));
    }
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'section.moved', reason: '' },
      ...{ subjectKind: 'section', subjectId: input.slug },
      ...{ before: { position: from + 1 }, after: { position: to + 1 } },
    });
    return ok(null);
  });
}

/** Closes a section. The database itself refuses while articles stand in it. Caller's duty: that the actor may. */
export async function removeSection(
  ctx: Ctx,
  { slug, actorId, reason }: Act,
): Promise<Result<null, 'gone' | 'in_use'>> {
  try {
    return await inTransaction(ctx, async (tx) => {
      await holdOrder(tx);
      const [row] = await tx.db.delete(sections).where(eq(sections.slug, slug)).returning();
      if (!row) return fail('gone');
      await recordAudit(tx, {
        ...{ actorId, action: 'section.removed', reason },
        ...{ subjectKind: 'section', subjectId: slug },
        before: { name: row.name, description: row.description },
      });
      return ok(null);
    });
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('in_use');
    throw error;
  }
}

/** Two who move sections at once do it one after the other. */
async function holdOrder(tx: Ctx): Promise<void> {
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('sections.order'))`);
}
