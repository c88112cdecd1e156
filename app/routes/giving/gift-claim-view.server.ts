import { giftDates } from '../../domain/gifts/gift.ts';
import { canExtend } from '../../domain/gifts/claim-gift.server.ts';
import { readTypedCode } from '../../domain/gifts/gift-code.ts';
import { type GiftView, readGiftByCode } from '../../domain/gifts/read-gift.server.ts';
import { readMembership } from '../../domain/memberships/read-membership.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import type { Viewer } from '../../domain/supporters/viewer.ts';
import { addMonths } from '../../kernel/dates.ts';
import type { RequestArgs } from '../../web/context.ts';

/** What the page of a code says; instants as ISO 8601. */
export type GiftClaimView = { readonly timeZone: string; readonly contactEmail: string } & (
  | { readonly state: 'unknown' | 'not_paid' | 'returned' | 'already_claimed' }
  | { readonly state: 'lapsed'; readonly until: string }
  | {
      readonly state: 'claimable';
      readonly fromName: string;
      readonly toName: string;
      readonly message: string | null;
      readonly tierName: { readonly en: string; readonly uk: string };
      readonly months: number;
      readonly endsAt: string;
      readonly claimableUntil: string;
      readonly isOwn: boolean;
      /** Null: signed out. */
      readonly email: string | null;
      /** For a patron: from when to when the next charge would move; `null`: it can't now. */
      readonly extension: { readonly from: string; readonly to: string } | null;
      readonly isPatron: boolean;
    }
  | {
      readonly state: 'yours';
      readonly endsAt: string;
      readonly extendsMembership: boolean;
    }
);

/** Whoever has the code sees what its card says; only its recipient sees that it is theirs. */
export async function giftClaimView(args: RequestArgs, viewer: Viewer): Promise<GiftClaimView> {
  const { services } = args.context;
  const code = readTypedCode(args.params['code'] ?? '');
  const gift = code ? await readGiftByCode(services, code) : null;
  const { timeZone, contactEmail } = await readNewsroom(services);
  const frame = { timeZone, contactEmail };
  if (!gift) return { ...frame, state: 'unknown' };
  switch (gift.standing) {
    case 'unpaid':
      return { ...frame, state: 'not_paid' };
    case 'returned':
      return { ...frame, state: 'returned' };
    case 'lapsed':
      return { ...frame, state: 'lapsed', until: gift.claimableUntil?.toISOString() ?? '' };
    case 'claimed':
    case 'over': {
      const isTheirs = viewer.supporter !== null && gift.claimedById === viewer.supporter.id;
      return isTheirs && gift.endsAt
        ? {
            ...{ ...frame, state: 'yours', endsAt: gift.endsAt.toISOString() },
            extendsMembership: gift.extendsMembership,
          }
        : { ...frame, state: 'already_claimed' };
    }
    case 'waiting':
    case 'delivered':
      return { ...frame, ...(await claimable(args, gift, viewer)) };
  }
}

async function claimable({ context: { services } }: RequestArgs, gift: GiftView, viewer: Viewer) {
  const { supporter } = viewer;
  const membership = supporter ? await readMembership(services, supporter.id) : null;
  const live = membership?.endedAt === null ? membership : null;
  const from = live && canExtend(live) ? live.currentPeriodEnd : null;
  return {
    state: 'claimable' as const,
    fromName: gift.fromName,
    toName: gift.toName,
    message: gift.message,
    tierName: gift.tierName,
    months: gift.months,
    endsAt: giftDates(services.clock.now(), gift.months).endsAt.toISOString(),
    claimableUntil: gift.claimableUntil?.toISOString() ?? '',
    isOwn: supporter !== null && supporter.id === gift.giverId,
    email: supporter?.email ?? null,
    isPatron: live !== null,
    extension: from
      ? { from: from.toISOString(), to: addMonths(from, gift.months).toISOString() }
      : null,
  };
}
