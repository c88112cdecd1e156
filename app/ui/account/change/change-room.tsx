import type { GivingFormView } from '../../../domain/asks/giving-form.ts';
import type { TierView } from '../../../domain/memberships/tier.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Interval } from '../../../kernel/giving-amounts.ts';
import type { Money } from '../../../kernel/money.ts';
import { ProblemSummary } from '../../donate-form/problem-summary.tsx';
import { Notice } from '../../elements/notice.tsx';
import { belowTierMessage } from '../../tiers/below-tier-message.ts';
import { WithSlot, slot } from '../../sign-in/with-slot.tsx';
import { useLocale } from '../../use-locale.ts';
import { ChangeBarrierNotice, type ChangeBarrierReason } from './change-barrier.tsx';
import { ChangeForm } from './change-form.tsx';
import { eachInterval } from './terms-text.ts';

interface Terms {
  readonly tierName: { readonly en: string; readonly uk: string };
  readonly amount: Money;
  readonly interval: Interval;
}

export interface ChangeRoomView {
  readonly newsroom: { readonly timeZone: string; readonly contactEmail: string };
  readonly barrier: ChangeBarrierReason | null;
  readonly formProblem:
    'tier_unknown' | 'below_tier_minimum' | 'other_currency' | 'nothing_changes' | null;
  readonly form: GivingFormView;
  readonly tiers: readonly TierView[];
  readonly tierSlug: string;
  readonly present: Terms | null;
  readonly next: (Terms & { readonly at: string }) | null;
}

/** Where a patron chooses what the membership is to be. */
export function ChangeRoom({ view }: { view: ChangeRoomView }) {
  const { locale, t } = useLocale();
  const { newsroom, barrier, form, tiers, tierSlug, present, next } = view;
  const problem = useProblem(view);
  return (
    <>
      <h1>{t('membershipChange.title')}</h1>
      {barrier || !present ? (
        <ChangeBarrierNotice reason={barrier ?? 'no_membership'} email={newsroom.contactEmail} />
      ) : null}
      {!present || (barrier && !barrier.startsWith('payments')) ? null : (
        <>
          <p>
            {t('membershipChange.lead', {
              tier: present.tierName[locale],
              amount: eachInterval(t, locale, present),
            })}
          </p>
          {next ? (
            <Notice>
              <p>
                {t('membershipChange.waits', {
                  tier: next.tierName[locale],
                  amount: eachInterval(t, locale, next),
                  date: formatDay(new Date(next.at), locale, newsroom.timeZone),
                })}
              </p>
            </Notice>
          ) : null}
          <ProblemSummary form={form} prefix="change" more={problem} />
          <ChangeForm form={form} tiers={tiers} tierSlug={tierSlug} problem={problem} />
          <CurrencyLine currency={form.currency} />
        </>
      )}
    </>
  );
}

function useProblem({ formProblem, form, tiers, tierSlug }: ChangeRoomView): string | null {
  const { locale, t } = useLocale();
  switch (formProblem) {
    case null:
      return null;
    case 'below_tier_minimum':
      return belowTierMessage(form, tiers, tierSlug, { t, locale });
    case 'nothing_changes':
      return t('membershipChange.nothing');
    case 'tier_unknown':
    case 'other_currency':
      return t('membershipChange.tierGone');
  }
}

/** Said where it is looked for, with the way that works. */
function CurrencyLine({ currency }: { currency: string }) {
  const { t, href } = useLocale();
  return (
    <p className="meta">
      <WithSlot sentence={t('membershipChange.currency', { currency, link: slot })}>
        <a href={href('/account/membership/cancellation')}>{t('membershipChange.currencyLink')}</a>
      </WithSlot>
    </p>
  );
}
