import type { EndingState } from '../../../domain/memberships/ending/ending.ts';
import { formatDay } from '../../../kernel/format.ts';
import { useLocale } from '../../use-locale.ts';

/** What ending a membership does; instants as ISO 8601. */
export interface EndingTermsView {
  readonly state: EndingState;
  readonly endsAt: string;
  readonly endsNow: boolean;
  readonly because: 'period' | 'trial' | 'paused' | 'failing';
  readonly hasChangeWaiting: boolean;
  readonly timeZone: string;
}

const whenMessages = {
  period: 'account.cancel.when',
  failing: 'account.cancel.when',
  trial: 'ending.when.trial',
  paused: 'ending.when.paused',
} as const;

/** What happens when, and what stays. */
export function EndingTerms({ ending }: { ending: EndingTermsView }) {
  const { locale, t } = useLocale();
  const { because, endsNow } = ending;
  const date = formatDay(new Date(ending.endsAt), locale, ending.timeZone);
  return (
    <ul className="account__list">
      {endsNow ? (
        <>
          <li>{t(because === 'paused' ? 'ending.now.paused' : 'ending.now.failing')}</li>
          <li>{t('ending.now.charge')}</li>
          <li>{t('ending.now.until')}</li>
        </>
      ) : (
        <>
          <li>{t(whenMessages[because], { date })}</li>
          {because === 'trial' ? null : <li>{t('account.cancel.charge')}</li>}
          {ending.hasChangeWaiting ? <li>{t('ending.changeFalls')}</li> : null}
          <li>{t('account.cancel.until')}</li>
        </>
      )}
      <li>{t('account.cancel.after')}</li>
    </ul>
  );
}

/** What the button says that ends it. */
export function useEndingSubmit({ endsAt, endsNow, timeZone }: EndingTermsView): string {
  const { locale, t } = useLocale();
  return endsNow
    ? t('ending.now.submit')
    : t('account.cancel.submit', { date: formatDay(new Date(endsAt), locale, timeZone) });
}
