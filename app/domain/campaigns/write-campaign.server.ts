import { eq } from 'drizzle-orm';
import { campaigns } from '../../db/schema/campaigns.ts';
import { isUniqueViolation } from '../../db/failures.ts';
import type { Money } from '../../kernel/money.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

interface Words {
  readonly en: string;
  readonly uk: string;
}

export interface CampaignTerms {
  readonly title: Words;
  readonly description: Words;
  readonly goal: Money;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

interface Act {
  readonly actorId: string;
  readonly reason: string;
}

/**
 * Begins a campaign under a name of its own. Its address and currency stay: links lead to the one,
 * and the progress is counted in the other. Caller's duty: that the actor may.
 */
export async function addCampaign(
  ctx: Ctx,
  input: CampaignTerms & Act & { readonly slug: string },
): Promise<Result<{ campaignId: string }, 'slug_taken' | 'dates_reversed'>> {
  if (input.endsAt <= input.startsAt) return fail('dates_reversed');
  const id = newId();
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.db
        .insert(campaigns)
        .values({ id, slug: input.slug, currency: input.goal.currency, ...columnsOf(input) });
      await recordAudit(tx, {
        ...{ actorId: input.actorId, action: 'campaign.added', reason: input.reason },
        ...{ subjectKind: 'campaign', subjectId: id, after: { slug: input.slug } },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail('slug_taken');
    throw error;
  }
  return ok({ campaignId: id });
}

/** Changes what a campaign says, its goal and its days. Caller's duty: that the actor may. */
export async function changeCampaign(
  ctx: Ctx,
  input: CampaignTerms & Act & { readonly campaignId: string },
): Promise<Result<null, 'gone' | 'dates_reversed' | 'other_currency'>> {
  if (input.endsAt <= input.startsAt) return fail('dates_reversed');
  return inTransaction(ctx, async (tx) => {
    const row = await hold(tx, input.campaignId);
    if (!row) return fail('gone');
    if (row.currency !== input.goal.currency) return fail('other_currency');
    const after = columnsOf(input);
    await tx.db.update(campaigns).set(after).where(eq(campaigns.id, row.id));
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'campaign.changed', reason: input.reason },
      ...{ subjectKind: 'campaign', subjectId: row.id },
      ...{ before: pick(row), after: pick(after) },
    });
    return ok(null);
  });
}

/** Ends a campaign now. What it has brought stays. Caller's duty: that the actor may. */
export async function endCampaign(
  ctx: Ctx,
  input: Act & { readonly campaignId: string },
): Promise<Result<null, 'gone' | 'already_over'>> {
  return inTransaction(ctx, async (tx) => {
    const now = tx.clock.now();
    const row = await hold(tx, input.campaignId);
    if (!row) return fail('gone');
    if (row.endsAt <= now) return fail('already_over');
    // One that has not begun is over before it began: both days are this instant.
    const startsAt = row.startsAt < now ? row.startsAt : now;
    await tx.db.update(campaigns).set({ startsAt, endsAt: now }).where(eq(campaigns.id, row.id));
    await recordAudit(tx, {
      ...{ actorId: input.actorId, action: 'campaign.ended', reason: input.reason },
      ...{ subjectKind: 'campaign', subjectId: row.id },
      ...{ before: { endsAt: row.endsAt }, after: { endsAt: now } },
    });
    return ok(null);
  });
}

async function hold(tx: Ctx, id: string) {
  const [row] = await tx.db.select().from(campaigns).where(eq(campaigns.id, id)).for('update');
  return row ?? null;
}

function columnsOf({ title, description, goal, startsAt, endsAt }: CampaignTerms) {
  return {
    ...{ title: { ...title }, description: { ...description } },
    ...{ goalMinor: goal.amountMinor, startsAt, endsAt },
  };
}

function pick(
  row: Omit<ReturnType<typeof columnsOf>, 'goalMinor'> & { readonly goalMinor: number },
): Record<string, unknown> {
  const { title, description, goalMinor, startsAt, endsAt } = row;
  return { title, description, goalMinor, startsAt, endsAt };
}
