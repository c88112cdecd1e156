import { type Result, fail, ok } from '../../kernel/result.ts';
import { hasBeenPatron } from '../memberships/has-been-patron.server.ts';
import {
  type OpeningOffer,
  countRedeemed,
  countRedemptions,
} from '../memberships/start-membership.server.ts';
import type { Ctx } from '../ports/context.ts';
import type { PaymentsFailure } from '../ports/payments.ts';
import {
  type Offer,
  type OfferProblem,
  type Purchase,
  normaliseCode,
  purchaseProblem,
  standingOf,
} from './offer.ts';
import {
  type OfferRow,
  listOpenOffers,
  readOffer,
  readOfferByCode,
  toOffer,
} from './offer-rows.server.ts';
import { executorFor, prepareOffer } from './prepare-offer.server.ts';

/** Names no row: asking for it takes as long as asking for one that there is. */
const noId = '00000000-0000-0000-0000-000000000000';

/**
 * The offer behind a code, for somebody who is about to join. The same queries whatever the answer,
 * so that how long it takes tells nothing. Caller's duty: the limit on tries.
 * @param supporterId who is signed in; of somebody who is not, nobody knows yet whether they are new
 */
export async function findOfferByCode(
  ctx: Ctx,
  input: { readonly code: string; readonly supporterId: string | null },
): Promise<Result<Offer, OfferProblem>> {
  const row = await readOfferByCode(ctx, normaliseCode(input.code));
  const [used, isOld] = await Promise.all([
    countRedeemed(ctx, row?.id ?? noId),
    hasBeenPatron(ctx, input.supporterId ?? noId),
  ]);
  if (!row) return fail('offer_unknown');
  const problem = personProblem(row, { used, isOld }, ctx.clock.now());
  return problem ? fail(problem) : ok(toOffer(row));
}

/** The offer that everybody gets who joins now; null when there is none. The latest one counts. */
export async function findAutomaticOffer(
  ctx: Ctx,
  supporterId: string | null,
): Promise<Offer | null> {
  const rows = await listOpenOffers(ctx, ['first_period', 'trial']);
  const now = ctx.clock.now();
  const isOld = rows.length > 0 && supporterId ? await hasBeenPatron(ctx, supporterId) : false;
  for (const row of rows) {
    const used = row.maxRedemptions === null ? 0 : await countRedemptions(ctx, row.id, now);
    if (personProblem(row, { used, isOld }, now) === null) return toOffer(row);
  }
  return null;
}

/** Makes an offer into what a membership begins under, and the provider ready for it. */
export async function openOffer(
  ctx: Ctx,
  offer: Offer,
  purchase: Purchase,
): Promise<Result<OpeningOffer, OfferProblem | PaymentsFailure>> {
  const problem = purchaseProblem(offer, purchase);
  if (problem) return fail(problem);
  const { id: offerId, maxRedemptions, gift } = offer;
  if (gift.kind === 'trial') {
    return ok({ offerId, maxRedemptions, reduction: { discount: null, trialDays: gift.days } });
  }
  const row = await readOffer(ctx, offerId);
  if (!row) return fail('offer_unknown');
  const prepared = await prepareOffer(ctx, row);
  if (!prepared.ok) return prepared;
  const executor = executorFor(prepared.value, purchase.amount.currency);
  if (!executor) return fail('offer_not_for_currency');
  const { couponId, promotionCodeId } = executor;
  const discount = promotionCodeId ? { promotionCodeId } : { couponId };
  return ok({ offerId, maxRedemptions, reduction: { discount, trialDays: null } });
}

/** Only what is running and of a kind that is typed gets further than "unknown". */
function personProblem(
  row: OfferRow,
  { used, isOld }: { used: number; isOld: boolean },
  now: Date,
): OfferProblem | null {
  const offer = toOffer(row);
  const standing = standingOf(offer, now);
  if (standing === 'waiting') return 'offer_unknown';
  if (standing === 'over') return 'offer_over';
  if (offer.maxRedemptions !== null && used >= offer.maxRedemptions) return 'offer_used_up';
  return offer.isForNewPatrons && isOld ? 'offer_only_new' : null;
}
