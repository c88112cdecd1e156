import { refundReasons } from '../../../domain/ports/payments-refunds.ts';
import type { RefundPreview } from '../../../domain/refunds/refund-preview.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { TextArea, TextField } from '../../elements/field.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { sum } from '../figures.tsx';
import { whyMaxLength } from '../../../domain/supporters/why.ts';

/** First how much, then what that does and why. Each step is a form of its own, and works without scripts. */
export function RefundForm({
  preview,
  amount,
  attempt,
  typed,
  errors,
}: {
  preview: RefundPreview;
  amount: { readonly typed: string; readonly error: MessageKey | null };
  attempt: string;
  typed: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { locale, t, href } = useLocale();
  const { day } = useDates();
  const { payment, left } = preview;
  return (
    <>
      <ErrorSummary errors={errors} />
      <p>
        {t('deskSupporter.refund.lead', {
          amount: sum(payment.amount, locale),
          date: day(payment.occurredAt),
          left: sum(left, locale),
        })}
      </p>
      <form method="get" className="desk-form desk-form--line" noValidate>
        <TextField
          name="amount"
          label={t('deskSupporter.refund.amount')}
          hint={t('deskSupporter.refund.amountHint', { currency: left.currency })}
          defaultValue={amount.typed}
          error={amount.error ?? errors['amount']}
          inputMode="decimal"
          autoComplete="off"
          isShort
        />
        <Button look="quiet">{t('deskSupporter.refund.look')}</Button>
      </form>
      {amount.error ? null : (
        <form method="post" className="desk-form" noValidate>
          <Effects preview={preview} />
          <input type="hidden" name="amountMinor" value={preview.amount.amountMinor} />
          <input type="hidden" name="attempt" value={attempt} />
          <fieldset id="reason">
            <legend className="field__label">{t('deskSupporter.refund.reason')}</legend>
            {refundReasons.map((reason) => (
              <Choice
                key={reason}
                type="radio"
                name="reason"
                value={reason}
                label={t(`deskSupporter.refund.reason.${reason}`)}
                defaultChecked={(typed['reason'] ?? refundReasons[0]) === reason}
              />
            ))}
          </fieldset>
          {payment.source === 'membership' ? (
            <Choice
              type="checkbox"
              name="ends"
              label={t('deskSupporter.refund.ends')}
              hint={t('deskSupporter.refund.endsHint')}
              defaultChecked={typed['ends'] === 'on'}
            />
          ) : null}
          <TextArea
            name="why"
            label={t('deskSupporter.refund.why')}
            hint={t('deskSupporter.refund.whyHint')}
            defaultValue={typed['why']}
            error={errors['why']}
            maxLength={whyMaxLength}
            required
          />
          <p>
            <Button look="accent">
              {t('deskSupporter.refund.submit', { amount: sum(preview.amount, locale) })}
            </Button>{' '}
            <ButtonLink to={href(`/admin/payments/${payment.id}`)} look="quiet">
              {t('deskSupporter.back')}
            </ButtonLink>
          </p>
        </form>
      )}
    </>
  );
}

function Effects({ preview }: { preview: RefundPreview }) {
  const { locale, t } = useLocale();
  const say = (money: Money) => sum(money, locale);
  const { access, amount, feeKept } = preview;
  return (
    <section aria-labelledby="effects">
      <h2 className="report-part__title" id="effects">
        {t('deskSupporter.refund.effects', { amount: say(amount) })}
      </h2>
      <ul>
        <li>{t('deskSupporter.refund.effect.money', { amount: say(amount) })}</li>
        <li>
          {feeKept
            ? t('deskSupporter.refund.effect.fee', { amount: say(feeKept) })
            : t('deskSupporter.refund.effect.feeUnknown')}
        </li>
        {access ? (
          <li>
            {t(
              !access.now.isOpen
                ? 'deskSupporter.refund.effect.wasClosed'
                : access.after.isOpen
                  ? 'deskSupporter.refund.effect.stays'
                  : 'deskSupporter.refund.effect.closes',
            )}
          </li>
        ) : null}
        <li>
          {t(access ? 'deskSupporter.refund.effect.mail' : 'deskSupporter.refund.effect.nobody')}
        </li>
      </ul>
    </section>
  );
}
