import { grants } from '../../db/schema/grants.ts';
import type { Locale } from '../../kernel/locale.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { listTiers } from '../memberships/list-tiers.server.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { findOrCreateSupporter } from '../supporters/find-or-create-supporter.server.ts';
import { holdSupporter } from '../supporters/hold-supporter.server.ts';
import { readSupporter } from '../supporters/read-supporter.server.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';

export interface GiveGrantInput {
  readonly actorId: string;
  /** An address that somebody has or will have an account with. */
  readonly email: string;
  /** The language of the mail, for somebody who is not known yet. */
  readonly locale: Locale;
  readonly tierSlug: string;
  readonly startsAt: Date;
  /** Null = until somebody takes it back. */
  readonly endsAt: Date | null;
  readonly reason: string;
}

export type GiveGrantFailure = 'tier_unknown' | 'dates_reversed' | 'already_over' | 'erased';

/**
 * Opens what a tier opens to somebody, for nothing, and tells them by mail. An address that nobody
 * has yet makes a supporter. Caller's duty: that the actor may give it.
 */
export async function giveGrant(
  ctx: Ctx,
  input: GiveGrantInput,
): Promise<Result<{ grantId: string; supporterId: string }, GiveGrantFailure>> {
  const { startsAt, endsAt, actorId } = input;
  const now = ctx.clock.now();
  if (endsAt && endsAt <= startsAt) return fail('dates_reversed');
  if (endsAt && endsAt <= now) return fail('already_over');
  const tier = (await listTiers(ctx)).find((one) => one.slug === input.tierSlug);
  if (!tier) return fail('tier_unknown');
  return inTransaction(ctx, async (tx) => {
    const { supporterId } = await findOrCreateSupporter(tx, {
      ...{ email: input.email, name: null, locale: input.locale },
      ...{ country: null, stripeCustomerId: null },
    });
    const held = await holdSupporter(tx, supporterId);
    const supporter = await readSupporter(tx, held.supporterId);
    if (held.isErased || !supporter) return fail('erased');
    const grantId = newId();
    await tx.db.insert(grants).values({
      ...{ id: grantId, supporterId: supporter.id, tierId: tier.id, startsAt, endsAt },
      ...{ reason: input.reason, grantedBy: actorId, createdAt: now },
    });
    await recordAudit(tx, {
      ...{ actorId, action: 'grant.given', subjectKind: 'supporter', subjectId: supporter.id },
      detail: { grantId, tier: tier.slug, startsAt, endsAt },
    });
    await tx.mail.queue(tx.db, {
      ...{ template: 'grant-given', subjectId: grantId },
      ...{ recipient: supporter.email, locale: supporter.locale },
    });
    return ok({ grantId, supporterId: supporter.id });
  });
}
