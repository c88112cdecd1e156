import { formatMoney } from '../../kernel/format.ts';
import { useLocale } from '../use-locale.ts';
import type { LinkedMembershipView } from './linked-membership.ts';

/** Which membership a link is about. */
export function LinkedFacts({ linked }: { linked: LinkedMembershipView }) {
  const { locale, t } = useLocale();
  const { tierName, amount, interval } = linked;
  return (
    <dl className="facts">
      <dt>{t('account.membership.tier')}</dt>
      <dd>{tierName[locale]}</dd>
      <dt>{t('account.membership.amount')}</dt>
      <dd>
        {t(interval === 'month' ? 'account.membership.perMonth' : 'account.membership.perYear', {
          amount: formatMoney(amount, locale),
        })}
      </dd>
    </dl>
  );
}
