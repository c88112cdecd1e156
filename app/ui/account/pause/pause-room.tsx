import type { PauseMonths } from '../../../domain/memberships/pausing/pause.ts';
import { formatDay, formatMoney } from '../../../kernel/format.ts';
import type { Money } from '../../../kernel/money.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Choice } from '../../elements/choice.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

export type PauseBarrierReason =
  | 'payment_failing'
  | 'ending'
  | 'already_paused'
  | 'change_scheduled'
  | 'postponed'
  | 'no_membership'
  | 'payments_unavailable'
  | 'payments_refused';

/** What the page shows; instants as ISO 8601. */
export interface PauseRoomView {
  readonly newsroom: { readonly timeZone: string; readonly contactEmail: string };
  readonly barrier: PauseBarrierReason | null;
  readonly barrierAt: string | null;
  readonly error: MessageKey | null;
  readonly amount: Money | null;
  readonly beginsAt: string | null;
  readonly choices: readonly {
    readonly months: PauseMonths;
    readonly next: string;
    readonly after: string;
  }[];
}

/** Where a patron chooses for how long to pause; each choice says its charge dates. */
export function PauseRoom({ view }: { view: PauseRoomView }) {
  const { t } = useLocale();
  return (
    <>
      <h1>{t('membershipPause.title')}</h1>
      {view.barrier ? <PauseBarrierNotice view={view} reason={view.barrier} /> : null}
      {view.barrier && !view.barrier.startsWith('payments') ? null : <PauseForm view={view} />}
    </>
  );
}

function PauseForm({ view }: { view: PauseRoomView }) {
  const { locale, t, href } = useLocale();
  const day = (instant: string) => formatDay(new Date(instant), locale, view.newsroom.timeZone);
  const { amount, beginsAt, error } = view;
  return (
    <>
      <p>{t('membershipPause.lead')}</p>
      <ul className="account__list">
        {beginsAt ? <li>{t('membershipPause.begins', { date: day(beginsAt) })}</li> : null}
        <li>{t('membershipPause.opens')}</li>
        <li>{t('membershipPause.mail')}</li>
      </ul>
      <form
        className="account__form"
        method="post"
        action={href('/account/membership/pause')}
        noValidate
      >
        <fieldset
          className="account__choices"
          aria-describedby={error ? 'months-error' : undefined}
          aria-invalid={error ? true : undefined}
        >
          <legend>{t('membershipPause.legend')}</legend>
          {view.choices.map(({ months, next, after }) => (
            <Choice
              key={months}
              type="radio"
              name="months"
              value={months}
              label={t('membershipPause.months', { months })}
              hint={
                amount
                  ? t('membershipPause.charges', {
                      amount: formatMoney(amount, locale),
                      next: day(next),
                      after: day(after),
                    })
                  : null
              }
            />
          ))}
          {error ? (
            <span className="field__error" id="months-error" role="alert">
              {t(error)}
            </span>
          ) : null}
        </fieldset>
        <div className="account__acts">
          <Button look="accent">{t('membershipPause.submit')}</Button>
          <ButtonLink to={href('/account/membership')} look="quiet">
            {t('membershipPause.keep')}
          </ButtonLink>
        </div>
      </form>
    </>
  );
}

const wayOut: Partial<Record<PauseBarrierReason, { path: string; name: MessageKey }>> = {
  payment_failing: {
    path: '/account/membership/card',
    name: 'membershipChange.barrier.payment_failingLink',
  },
  ending: { path: '/account/membership', name: 'membershipChange.barrier.endingLink' },
  change_scheduled: { path: '/account/membership', name: 'membershipChange.barrier.endingLink' },
  already_paused: {
    path: '/account/membership/pause/resumption',
    name: 'membershipChange.barrier.pausedLink',
  },
  no_membership: { path: '/join', name: 'membershipChange.barrier.no_membershipLink' },
};

function PauseBarrierNotice({ view, reason }: { view: PauseRoomView; reason: PauseBarrierReason }) {
  const { locale, t, href } = useLocale();
  const { timeZone, contactEmail } = view.newsroom;
  const out = wayOut[reason];
  const date = view.barrierAt ? formatDay(new Date(view.barrierAt), locale, timeZone) : '';
  const isOfPayments = reason === 'payments_unavailable' || reason === 'payments_refused';
  return (
    <Notice tone={isOfPayments ? 'bad' : 'warn'} title={t('membershipPause.barrier.title')}>
      <p>
        {isOfPayments
          ? t(`membershipChange.barrier.${reason}`, { email: contactEmail })
          : t(`membershipPause.barrier.${reason}`, { date })}
      </p>
      {out ? (
        <p>
          <a href={href(out.path)}>{t(out.name)}</a>
        </p>
      ) : null}
    </Notice>
  );
}
