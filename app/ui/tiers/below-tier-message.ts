import type { GivingFormView } from '../../domain/asks/giving-form.ts';
import type { TierView } from '../../domain/memberships/tier.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';

/** Says from how much the chosen tier begins; null when there is no such tier. */
export function belowTierMessage(
  form: Pick<GivingFormView, 'currency' | 'frequency'>,
  tiers: readonly TierView[],
  tierSlug: string,
  speech: { readonly t: Translate; readonly locale: Locale },
): string | null {
  const tier = tiers.find((one) => one.slug === tierSlug);
  if (!tier) return null;
  const interval = form.frequency === 'yearly' ? 'year' : 'month';
  const min = formatMoney(tier.minimums[form.currency][interval], speech.locale);
  return speech.t('giving.belowTier', { tier: tier.name[speech.locale], min });
}
