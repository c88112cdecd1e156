/** Why the extras of a page are locked for this reader. */
export type LockReason =
  | 'tier_too_low'
  | 'signed_out'
  | 'never_supported'
  | 'membership_ended'
  | 'payment_failed'
  | 'paused'
  | 'donor_pass_ended'
  | 'below_donor_pass'
  | 'revoked';

/** The part of an entitlement that a page needs: what may this reader open, and if nothing, why. */
export type Access =
  | { readonly isOpen: true; readonly rank: number }
  | { readonly isOpen: false; readonly because: LockReason };

/** A tier that something gated may ask for. */
export interface GateTier {
  readonly slug: string;
  readonly name: { readonly en: string; readonly uk: string };
  readonly rank: number;
}

/** Does what asks for this tier (null: for any support) stand open? */
export type Opens = (tierSlug: string | null) => boolean;

export const openToAll: Opens = () => true;
export const openToNobody: Opens = () => false;

/**
 * What a reader may open: of what asks for a tier, that of their own rank and below. A tier that
 * there is not opens to no rank: a slip in its name must never publish what it gates.
 */
export function opensFor(
  access: Access,
  tiers: ReadonlyMap<string, Pick<GateTier, 'rank'>>,
  everyRank: number,
): Opens {
  return (tierSlug) => {
    if (!access.isOpen) return false;
    if (tierSlug === null || access.rank >= everyRank) return true;
    const tier = tiers.get(tierSlug);
    return tier !== undefined && access.rank >= tier.rank;
  };
}
