import { formatDay, formatMoney } from '../../../kernel/format.ts';
import { Button } from '../../elements/button.tsx';
import { useLocale } from '../../use-locale.ts';
import { Invitation } from '../invitation.tsx';
import { type ReturnView, joinQuery } from './return-view.ts';

/** For those without a membership in force: who had one begins the same anew with one button. */
export function ComeBack({ former: [last], back, timeZone }: ReturnView & { timeZone: string }) {
  const { locale, t, href } = useLocale();
  if (!last) return <Invitation endedAt={null} timeZone={timeZone} />;
  if (!back) return <Invitation endedAt={last.endedAt} timeZone={timeZone} />;
  const day = (instant: string) => formatDay(new Date(instant), locale, timeZone);
  const amount = t(
    back.interval === 'month' ? 'account.membership.perMonth' : 'account.membership.perYear',
    { amount: formatMoney(back.amount, locale) },
  );
  const fields = {
    currency: back.currency,
    frequency: back.frequency,
    tier: back.tierSlug,
    ownAmount: back.ownAmount,
  };
  return (
    <section className="account__part" aria-labelledby="come-back">
      <h2 id="come-back">{t('ending.back.title')}</h2>
      <p>
        {t('ending.back.history', { from: day(last.startedAt), to: day(last.endedAt) })}{' '}
        {t('ending.back.lead', { tier: last.tierName[locale], amount })}
      </p>
      <form method="post" action={href('/join')}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="account__acts">
          <Button look="accent">{t('ending.back.submit', { amount })}</Button>
          <a href={`${href('/join')}?${joinQuery(back)}`}>{t('ending.back.other')}</a>
        </p>
      </form>
      <p className="meta">{t('ending.back.next')}</p>
    </section>
  );
}
