import type { GivingFormView } from '../../../domain/asks/giving-form.ts';
import type { TierView } from '../../../domain/memberships/tier.ts';
import { OwnAmount } from '../../donate-form/own-amount.tsx';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { IntervalChoice } from '../../tiers/join-form.tsx';
import { TierList } from '../../tiers/tier-list.tsx';
import { useLocale } from '../../use-locale.ts';

/** Tier, how often, and an amount: what the next page previews. Works without a script. */
export function ChangeForm({
  form,
  tiers,
  tierSlug,
  problem,
}: {
  form: GivingFormView;
  tiers: readonly TierView[];
  tierSlug: string;
  /** What is wrong with the amount that this form alone knows of. */
  problem: string | null;
}) {
  const { t, href } = useLocale();
  return (
    <form
      className="join-form"
      method="post"
      action={href('/account/membership/change')}
      noValidate
    >
      <IntervalChoice frequency={form.frequency} t={t} />
      <TierList tiers={tiers} chosen={tierSlug} currency={form.currency} />
      <OwnAmount
        form={form}
        prefix="change"
        label={t('membershipChange.amount')}
        hint={t('membershipChange.amountHint', { currency: form.currency })}
        problem={problem}
      />
      <Choice
        type="checkbox"
        name="coversFee"
        value="yes"
        defaultChecked={form.typed?.coversFee}
        label={t('membershipChange.coverFee')}
        hint={t('membershipChange.coverFeeHint')}
      />
      <div className="account__acts">
        <Button look="accent">{t('membershipChange.submit')}</Button>
        <ButtonLink to={href('/account/membership')} look="quiet">
          {t('membershipChange.keep')}
        </ButtonLink>
      </div>
    </form>
  );
}
