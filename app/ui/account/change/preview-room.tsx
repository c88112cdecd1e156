import { formatDay, formatMoney } from '../../../kernel/format.ts';
import type { Money } from '../../../kernel/money.ts';
import { Button, ButtonLink } from '../../elements/button.tsx';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { ChangeBarrierNotice, type ChangeBarrierReason } from './change-barrier.tsx';
import { ChangeFigures, type ChangeFiguresView } from './change-figures.tsx';

interface Preview {
  readonly fields: {
    readonly tier: string;
    readonly frequency: string;
    readonly ownAmount: string;
    readonly coversFee: boolean;
  };
  /** What the page shows, sent back with the confirmation; `at` in Unix seconds, sums in minor units. */
  readonly shown: { readonly at: number; readonly dueNow: number; readonly next: number };
  readonly figures: ChangeFiguresView;
}

interface Unpaid {
  readonly kind: 'declined' | 'needs_confirmation';
  readonly payUrl: string | null;
  readonly amount: Money;
  /** The day of a change that waited, and that was let go of. */
  readonly droppedAt: string | null;
}

export interface PreviewRoomView {
  readonly newsroom: { readonly timeZone: string; readonly contactEmail: string };
  readonly preview?: Preview;
  readonly isOutdated?: boolean;
  readonly unpaid?: Unpaid;
  readonly barrier?: ChangeBarrierReason;
}

/** What a change costs, before it is made; and how it went, when it was not. */
export function PreviewRoom({ view }: { view: PreviewRoomView }) {
  const { locale, t } = useLocale();
  const { newsroom, preview, unpaid, barrier } = view;
  const { timeZone } = newsroom;
  const figures = preview?.figures;
  return (
    <>
      <h1>{t('membershipPreview.title')}</h1>
      {barrier ? <ChangeBarrierNotice reason={barrier} email={newsroom.contactEmail} /> : null}
      {unpaid ? <UnpaidNotice unpaid={unpaid} timeZone={timeZone} /> : null}
      {view.isOutdated ? (
        <Notice tone="bad" title={t('membershipPreview.outdatedTitle')}>
          <p>{t('membershipPreview.outdated')}</p>
        </Notice>
      ) : null}
      {preview && figures ? (
        <>
          <p>
            {figures.timing === 'now'
              ? t('membershipPreview.leadNow')
              : t('membershipPreview.leadLater', {
                  date: formatDay(new Date(figures.next.at), locale, timeZone),
                })}
          </p>
          <ChangeFigures view={figures} timeZone={timeZone} />
          <ConfirmForm preview={preview} timeZone={timeZone} />
        </>
      ) : null}
    </>
  );
}

function ConfirmForm({ preview, timeZone }: { preview: Preview; timeZone: string }) {
  const { locale, t, href } = useLocale();
  const { fields, shown, figures } = preview;
  const query = new URLSearchParams({
    ...{ tier: fields.tier, frequency: fields.frequency, ownAmount: fields.ownAmount },
    ...(fields.coversFee ? { coversFee: 'yes' } : {}),
  });
  const sent = { ...Object.fromEntries(query), ...shown };
  const date = formatDay(new Date(figures.next.at), locale, timeZone);
  return (
    <form
      className="account__form"
      method="post"
      action={`${href('/account/membership/change/preview')}?${query}`}
    >
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="account__acts">
        <Button look="accent">
          {figures.timing === 'period_end'
            ? t('membershipPreview.confirmLater', { date })
            : figures.dueNow.amountMinor > 0
              ? t('membershipPreview.confirmPay', { amount: formatMoney(figures.dueNow, locale) })
              : t('membershipPreview.confirmFree')}
        </Button>
        <ButtonLink to={`${href('/account/membership/change')}?${query}`} look="quiet">
          {t('membershipPreview.back')}
        </ButtonLink>
      </div>
    </form>
  );
}

function UnpaidNotice({ unpaid, timeZone }: { unpaid: Unpaid; timeZone: string }) {
  const { locale, t, href } = useLocale();
  const { kind, payUrl, droppedAt } = unpaid;
  const amount = formatMoney(unpaid.amount, locale);
  return (
    <>
      <Notice tone="bad" title={t(`membershipPreview.${kind}Title`)}>
        <p>{t(`membershipPreview.${kind}`)}</p>
        {droppedAt ? (
          <p>
            {t('membershipPreview.droppedNote', {
              date: formatDay(new Date(droppedAt), locale, timeZone),
            })}
          </p>
        ) : null}
      </Notice>
      <p className="account__acts">
        {payUrl ? (
          <ButtonLink to={payUrl} look="accent">
            {t(kind === 'declined' ? 'membershipPreview.pay' : 'membershipPreview.confirm', {
              amount,
            })}
          </ButtonLink>
        ) : null}
        <ButtonLink to={href('/account/membership')} look="quiet">
          {t('membershipPreview.toMembership')}
        </ButtonLink>
      </p>
    </>
  );
}
