import {
  type GiftMonths,
  claimableDays,
  giftMessageLimit,
  giftMonths,
} from '../../domain/gifts/gift.ts';
import type { GivingCurrency } from '../../kernel/currencies.ts';
import { formatMoney } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { GivingNotice, type GivingNoticeView } from '../donate-form/giving-notice.tsx';
import { Choice } from '../elements/choice.tsx';
import { TextArea, TextField } from '../elements/field.tsx';
import { CurrencyLinks } from '../tiers/currency-links.tsx';
import { useLocale } from '../use-locale.ts';
import { DeliveryFields } from './delivery-fields.tsx';
import { FormProblems } from './form-problems.tsx';

export interface GiftTier {
  readonly slug: string;
  readonly name: { readonly en: string; readonly uk: string };
  readonly description: { readonly en: string; readonly uk: string };
  readonly prices: readonly { readonly months: GiftMonths; readonly amount: Money }[];
}

interface Props {
  readonly currency: GivingCurrency;
  readonly currencies: readonly GivingCurrency[];
  readonly tiers: readonly GiftTier[];
  readonly errors: Readonly<Record<string, MessageKey>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly notice: GivingNoticeView | null;
}

/** Tier, months, what the card says and how it gets there. Works without a script. */
export function GiftForm({ currency, currencies, tiers, errors, typed, notice }: Props) {
  const { locale, t, href } = useLocale();
  const months = typed['months'] ?? '12';
  const middle = tiers[Math.floor(tiers.length / 2)]?.slug;
  return (
    <>
      {notice ? <GivingNotice notice={notice} /> : null}
      <FormProblems errors={errors} />
      <CurrencyLinks {...{ current: currency, currencies }} path={href('/gift')} query={{}} />
      <form
        className="gift-form"
        method="post"
        action={`${href('/gift')}?currency=${currency}`}
        data-giving-form="gift"
        noValidate
      >
        <input type="hidden" name="currency" value={currency} />
        <fieldset className="gift-form__part" id="tier">
          <legend>{t('gifts.buy.tier')}</legend>
          {tiers.map((tier) => (
            <div key={tier.slug}>
              <Choice
                type="radio"
                name="tier"
                value={tier.slug}
                defaultChecked={(typed['tier'] ?? middle) === tier.slug}
                label={tier.name[locale]}
                hint={tier.description[locale]}
              />
              <p className="gift-form__under gift-form__prices">
                {tier.prices.map(({ months: count, amount }) => (
                  <span key={count}>
                    {t('gifts.buy.monthsChoice', { months: count })}{' '}
                    <b className="figure">{formatMoney(amount, locale)}</b>
                  </span>
                ))}
              </p>
            </div>
          ))}
          <Problem of={errors['tier']} />
        </fieldset>
        <fieldset className="gift-form__part" id="months">
          <legend>{t('gifts.buy.months')}</legend>
          <div className="segmented">
            {giftMonths.map((count) => (
              <label key={count}>
                <input
                  type="radio"
                  name="months"
                  value={count}
                  defaultChecked={months === String(count)}
                />
                <span>{t('gifts.buy.monthsChoice', { months: count })}</span>
              </label>
            ))}
          </div>
          <Problem of={errors['months']} />
        </fieldset>
        <fieldset className="gift-form__part">
          <legend>{t('gifts.buy.card')}</legend>
          <TextField
            name="toName"
            label={t('gifts.buy.toName')}
            error={errors['toName']}
            defaultValue={typed['toName']}
          />
          <TextField
            name="fromName"
            label={t('gifts.buy.fromName')}
            hint={t('gifts.buy.fromHint')}
            error={errors['fromName']}
            defaultValue={typed['fromName']}
            autoComplete="name"
          />
          <TextArea
            name="message"
            label={t('gifts.buy.message')}
            hint={t('gifts.buy.messageHint', { limit: giftMessageLimit })}
            error={errors['message']}
            defaultValue={typed['message']}
            rows={3}
          />
        </fieldset>
        <DeliveryFields errors={errors} typed={typed} />
        <button className="button button--accent button--wide" type="submit">
          {t('gifts.buy.button')}
        </button>
        <p className="donate-form__next">{t('gifts.buy.next')}</p>
        <p className="donate-form__next">{t('gifts.buy.claimNote', { days: claimableDays })}</p>
      </form>
    </>
  );
}

function Problem({ of }: { of: MessageKey | undefined }) {
  const { t } = useLocale();
  return of ? <p className="field__error">{t(of)}</p> : null;
}
