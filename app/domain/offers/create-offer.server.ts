import { offers } from '../../db/schema/offers.ts';
import { isUniqueViolation } from '../../db/failures.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import { type Result, fail, ok } from '../../kernel/result.ts';
import { newId } from '../../platform/ids.ts';
import { type Ctx, inTransaction } from '../ports/context.ts';
import { recordAudit } from '../supporters/record-audit.server.ts';
import { type OfferGift, type OfferKind, codePattern, normaliseCode } from './offer.ts';
import { readOffer } from './offer-rows.server.ts';
import { prepareOffer } from './prepare-offer.server.ts';

export interface CreateOfferInput {
  readonly actorId: string;
  readonly kind: OfferKind;
  /** At most {@link offerNameLimit} characters. */
  readonly name: string;
  readonly code: string | null;
  readonly gift: OfferGift;
  readonly tierSlugs: readonly string[];
  readonly intervals: readonly Interval[];
  readonly isForNewPatrons: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
  readonly maxRedemptions: number | null;
}

export type CreateOfferFailure = 'code_taken' | 'code_unreadable' | 'dates_reversed';

/**
 * Writes an offer, and makes what it needs at the provider. When the provider does not answer, the
 * offer stands all the same: it is finished within the hour, or when somebody first uses it.
 * Caller's duty: that the actor may make offers.
 */
export async function createOffer(
  ctx: Ctx,
  input: CreateOfferInput,
): Promise<Result<{ offerId: string; isReady: boolean }, CreateOfferFailure>> {
  const { gift } = input;
  const code = input.kind === 'promotion_code' ? normaliseCode(input.code ?? '') : null;
  if (code !== null && !codePattern.test(code)) return fail('code_unreadable');
  if (input.endsAt && input.endsAt <= input.startsAt) return fail('dates_reversed');
  const offerId = newId();
  try {
    await inTransaction(ctx, async (tx) => {
      await tx.db.insert(offers).values({
        id: offerId,
        kind: input.kind,
        name: input.name,
        code,
        percentOff: gift.kind === 'percent' ? gift.percent : null,
        amountsOff: gift.kind === 'amounts' ? { ...gift.amounts } : null,
        duration: gift.kind === 'trial' ? null : gift.duration,
        durationMonths: gift.kind === 'trial' ? null : gift.months,
        trialDays: gift.kind === 'trial' ? gift.days : null,
        tierSlugs: [...input.tierSlugs],
        intervals: [...input.intervals],
        isForNewPatrons: input.isForNewPatrons,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        maxRedemptions: input.maxRedemptions,
        createdAt: ctx.clock.now(),
        createdBy: input.actorId,
      });
      await recordAudit(tx, {
        actorId: input.actorId,
        action: 'offer.created',
        subjectKind: 'offer',
        subjectId: offerId,
        detail: { kind: input.kind, code, gift },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error)) return fail('code_taken');
    throw error;
  }
  const row = await readOffer(ctx, offerId);
  const prepared = row && (await prepareOffer(ctx, row));
  return ok({ offerId, isReady: prepared?.ok ?? false });
}
