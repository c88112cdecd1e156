import { publicNameLimit } from '../../domain/supporters/public-name.ts';
import { formatDay, formatMoney } from '../../kernel/format.ts';
import type { Interval } from '../../kernel/giving-amounts.ts';
import type { Money } from '../../kernel/money.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { Button } from '../elements/button.tsx';
import { Choice } from '../elements/choice.tsx';
import { TextField } from '../elements/field.tsx';
import { useLocale } from '../use-locale.ts';

/** A gift of the supporter's own, as the form offers it. */
export interface OwnGiftLine {
  /** Names its fields: "donation-<id>". */
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly amount: Money;
  readonly interval: Interval | null;
  readonly isNamed: boolean;
  readonly isAmountShown: boolean;
  readonly isHiddenByStaff: boolean;
  readonly hasPerk: boolean;
}

/** One name for all, and what of each gift may be public. */
export function PublicNameForm({
  name,
  gifts,
  timeZone,
  error,
}: {
  name: string;
  gifts: readonly OwnGiftLine[];
  timeZone: string;
  error: MessageKey | null;
}) {
  const { t } = useLocale();
  return (
    <form method="post" className="account__form" noValidate>
      <TextField
        name="publicName"
        autoComplete="name"
        label={t('wall.own.name')}
        hint={t('wall.own.nameHint', { limit: publicNameLimit })}
        defaultValue={name}
        error={error}
      />
      <section className="account__part" aria-labelledby="public-gifts">
        <h2 id="public-gifts">{t('wall.own.gifts')}</h2>
        <p className="meta">{t('wall.own.giftsHelp')}</p>
        <div>
          {gifts.map((gift) => (
            <GiftChoices key={gift.key} gift={gift} timeZone={timeZone} />
          ))}
        </div>
      </section>
      <p className="account__acts">
        <Button look="accent">{t('wall.own.submit')}</Button>
      </p>
    </form>
  );
}

function GiftChoices({ gift, timeZone }: { gift: OwnGiftLine; timeZone: string }) {
  const { locale, t } = useLocale();
  const date = formatDay(new Date(gift.at), locale, timeZone);
  return (
    <fieldset className="public-name__gift">
      <legend>
        {t(`wall.own.${gift.interval ?? 'once'}`, { date })}
        {': '}
        {formatMoney(gift.amount, locale)}
      </legend>
      {gift.isHiddenByStaff ? <p className="meta">{t('wall.own.hidden')}</p> : null}
      {gift.hasPerk ? null : <p className="meta">{t('wall.own.noPerk')}</p>}
      <div className="public-name__choices">
        {/* An empty box sends nothing: the hidden field before it says that it was there. */}
        <input type="hidden" name={`named-${gift.key}`} value="no" />
        <Choice
          type="checkbox"
          name={`named-${gift.key}`}
          value="yes"
          defaultChecked={gift.isNamed}
          label={t('wall.own.named')}
        />
        <input type="hidden" name={`amount-${gift.key}`} value="no" />
        <Choice
          type="checkbox"
          name={`amount-${gift.key}`}
          value="yes"
          defaultChecked={gift.isAmountShown}
          label={t('wall.own.amountShown')}
        />
      </div>
    </fieldset>
  );
}
