import type { ReactNode } from 'react';
import type { TierView } from '../../../domain/memberships/tier.ts';
import { offerKinds } from '../../../domain/offers/offer.ts';
import { givingCurrencies } from '../../../kernel/currencies.ts';
import { intervals } from '../../../kernel/giving-amounts.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';

interface Answers {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, MessageKey>>;
}

const gifts = [
  ['percent', 'offers.form.giftPercent'],
  ['amounts', 'offers.form.giftAmounts'],
  ['trial', 'offers.form.giftTrial'],
] as const satisfies (readonly [string, MessageKey])[];

const durations = [
  ['once', 'offers.form.once'],
  ['repeating', 'offers.form.repeating'],
  ['forever', 'offers.form.forever'],
] as const satisfies (readonly [string, MessageKey])[];

/** Everything that an offer is made of. What does not belong to a choice is folded away where the browser can. */
export function OfferForm({
  tiers,
  today,
  typed,
  errors,
}: Answers & { tiers: readonly Pick<TierView, 'slug' | 'name'>[]; today: string }) {
  const { locale, t } = useLocale();
  const field = (name: string) => ({ name, defaultValue: typed[name], error: errors[name] });
  return (
    <form method="post" noValidate className="desk-form">
      <ErrorSummary errors={errors} />
      <Group legend={t('offers.form.kind')} error={errors['kind']} name="kind">
        {offerKinds.map((kind) => (
          <Choice
            key={kind}
            type="radio"
            name="kind"
            value={kind}
            label={t(`offers.kind.${kind}`)}
            defaultChecked={(typed['kind'] ?? 'promotion_code') === kind}
          />
        ))}
      </Group>
      <TextField
        {...field('name')}
        label={t('offers.form.name')}
        hint={t('offers.form.nameHint')}
        maxLength={40}
      />
      <div data-for-kind="promotion_code">
        <TextField
          {...field('code')}
          label={t('offers.form.code')}
          hint={t('offers.form.codeHint')}
          maxLength={30}
          autoComplete="off"
          autoCapitalize="characters"
          isShort
        />
      </div>
      <Group legend={t('offers.form.gift')} error={errors['gift']} name="gift">
        {gifts.map(([gift, label]) => (
          <Choice
            key={gift}
            type="radio"
            name="gift"
            value={gift}
            label={t(label)}
            defaultChecked={(typed['gift'] ?? 'percent') === gift}
          />
        ))}
      </Group>
      <div data-for-gift="percent">
        <TextField
          {...field('percent')}
          label={t('offers.form.percent')}
          inputMode="numeric"
          isShort
        />
      </div>
      <fieldset data-for-gift="amounts">
        <legend className="field__label">{t('offers.form.amounts')}</legend>
        <p className="field__hint">{t('offers.form.amountsHint')}</p>
        <div className="desk-form__row">
          {givingCurrencies.map((currency) => (
            <TextField
              key={currency}
              {...field(`amount-${currency}`)}
              label={currency}
              inputMode="decimal"
              isShort
            />
          ))}
        </div>
      </fieldset>
      <div data-for-gift="trial">
        <TextField
          {...field('trialDays')}
          label={t('offers.form.trialDays')}
          inputMode="numeric"
          isShort
        />
      </div>
      <div data-for-gift="percent amounts">
        <Group legend={t('offers.form.duration')} error={errors['duration']} name="duration">
          {durations.map(([duration, label]) => (
            <Choice
              key={duration}
              type="radio"
              name="duration"
              value={duration}
              label={t(label)}
              defaultChecked={(typed['duration'] ?? 'once') === duration}
            />
          ))}
        </Group>
        <div data-for-duration="repeating">
          <TextField
            {...field('months')}
            label={t('offers.form.months')}
            inputMode="numeric"
            isShort
          />
        </div>
      </div>
      <Group
        legend={t('offers.form.tiers')}
        hint={t('offers.form.tiersHint')}
        error={errors['tiers']}
        name="tiers"
      >
        {tiers.map((tier) => (
          <Choice
            key={tier.slug}
            type="checkbox"
            name={`tier-${tier.slug}`}
            value="yes"
            label={tier.name[locale]}
            defaultChecked={typed[`tier-${tier.slug}`] === 'yes'}
          />
        ))}
      </Group>
      <Group
        legend={t('offers.form.intervals')}
        hint={t('offers.form.intervalsHint')}
        name="intervals"
      >
        {intervals.map((interval) => (
          <Choice
            key={interval}
            type="checkbox"
            name={`interval-${interval}`}
            value="yes"
            label={t(`offers.form.${interval}`)}
            defaultChecked={typed[`interval-${interval}`] === 'yes'}
          />
        ))}
      </Group>
      <Choice
        type="checkbox"
        name="isForNewPatrons"
        value="yes"
        label={t('offers.form.isForNewPatrons')}
        hint={t('offers.form.isForNewPatronsHint')}
        defaultChecked={typed['isForNewPatrons'] === 'yes'}
      />
      <div className="desk-form__row">
        <TextField
          {...field('startsOn')}
          defaultValue={typed['startsOn'] ?? today}
          type="date"
          label={t('offers.form.startsOn')}
          hint={t('offers.form.datesHint')}
          isShort
        />
        <TextField
          {...field('endsOn')}
          type="date"
          label={t('offers.form.endsOn')}
          hint={t('offers.form.datesHint')}
          isOptional
          isShort
        />
      </div>
      <TextField
        {...field('maxRedemptions')}
        label={t('offers.form.maxRedemptions')}
        hint={t('offers.form.maxRedemptionsHint')}
        inputMode="numeric"
        isOptional
        isShort
      />
      <p>
        <Button look="accent">{t('offers.form.submit')}</Button>
      </p>
    </form>
  );
}

/** Several choices under one question, with its error tied to it. */
function Group({
  legend,
  hint,
  error,
  name,
  children,
}: {
  legend: string;
  hint?: string;
  error?: MessageKey | undefined;
  name: string;
  children: ReactNode;
}) {
  const { t } = useLocale();
  return (
    <fieldset id={name} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="field__label">{legend}</legend>
      {hint ? <p className="field__hint">{hint}</p> : null}
      {children}
      {error ? (
        <p className="field__error" id={`${name}-error`}>
          {t(error)}
        </p>
      ) : null}
    </fieldset>
  );
}
