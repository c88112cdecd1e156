import type { ReactNode } from 'react';
import { formatDay, formatMoney } from '../../../kernel/format.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { ButtonLink } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';

/** Why Stripe's page could not be opened, or its outcome not be read. */
export type CardFailure =
  'payments_unavailable' | 'payments_refused' | 'no_membership' | 'too_often' | 'foreign';

/** How a visit to Stripe's page for a new card went. */
export type CardOutcomeView =
  | { readonly kind: 'paid' | 'processing'; readonly amount: Money }
  | { readonly kind: 'saved' | 'ended' }
  | {
      readonly kind: 'declined';
      readonly amount: Money;
      readonly reason: MessageKey;
      /** ISO 8601: when it is tried again by itself. */
      readonly nextAttemptAt: string | null;
    }
  | { readonly kind: 'needs_confirmation'; readonly amount: Money; readonly payUrl: string | null }
  /** `amount` is what is open. */
  | { readonly kind: 'left'; readonly amount: Money | null }
  | { readonly kind: 'failed'; readonly failure: CardFailure };

const titles: Record<CardOutcomeView['kind'], MessageKey> = {
  paid: 'collection.outcome.paidTitle',
  processing: 'collection.outcome.processingTitle',
  saved: 'collection.outcome.savedTitle',
  ended: 'collection.outcome.endedTitle',
  declined: 'collection.outcome.declinedTitle',
  needs_confirmation: 'collection.outcome.confirmTitle',
  left: 'collection.outcome.leftTitle',
  failed: 'collection.failed.title',
};

export function outcomeTitle({ kind }: CardOutcomeView): MessageKey {
  return titles[kind];
}

/** What happened, and what to do. `again` tries another card. */
export function CardOutcome({
  view,
  timeZone,
  contactEmail,
  again,
}: {
  view: CardOutcomeView;
  timeZone: string;
  contactEmail: string;
  again: ReactNode;
}) {
  const { locale, t, href } = useLocale();
  const sum = (amount: Money) => formatMoney(amount, locale);
  switch (view.kind) {
    case 'paid':
      return <p role="status">{t('collection.outcome.paid', { amount: sum(view.amount) })}</p>;
    case 'processing':
      return (
        <p role="status">{t('collection.outcome.processing', { amount: sum(view.amount) })}</p>
      );
    case 'saved':
      return <p role="status">{t('collection.outcome.saved')}</p>;
    case 'ended':
      return (
        <>
          <p>{t('collection.outcome.ended')}</p>
          <p>
            <ButtonLink to={href('/join')}>{t('collection.outcome.join')}</ButtonLink>
          </p>
        </>
      );
    case 'declined': {
      const { nextAttemptAt } = view;
      return (
        <>
          <p role="alert">
            {t(view.reason)} {t('collection.outcome.declinedNext', { amount: sum(view.amount) })}
          </p>
          {nextAttemptAt ? (
            <p>
              {t('collection.outcome.declinedRetry', {
                date: formatDay(new Date(nextAttemptAt), locale, timeZone),
              })}
            </p>
          ) : null}
          {again}
        </>
      );
    }
    case 'needs_confirmation':
      return (
        <>
          <p role="alert">{t('collection.outcome.confirm', { amount: sum(view.amount) })}</p>
          {view.payUrl ? (
            <p>
              <ButtonLink to={view.payUrl} look="accent">
                {t('collection.banner.confirmNow')}
              </ButtonLink>
            </p>
          ) : null}
        </>
      );
    case 'left':
      return (
        <>
          <p>
            {t('collection.outcome.left')}{' '}
            {view.amount ? t('collection.outcome.leftOpen', { amount: sum(view.amount) }) : null}
          </p>
          {again}
        </>
      );
    case 'failed':
      return (
        <>
          <p role="alert">{t(`collection.failed.${view.failure}`, { email: contactEmail })}</p>
          {view.failure === 'payments_unavailable' ? (
            <p>
              <ButtonLink to="">{t('collection.failed.again')}</ButtonLink>
            </p>
          ) : null}
        </>
      );
  }
}
