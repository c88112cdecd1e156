import { formatMoney } from '../../kernel/format.ts';
import type { Money as Amount } from '../../kernel/money.ts';
import { useLocale } from '../use-locale.ts';

/** An amount the reader's way, in figures that line up. */
export function Money({ amount, cents }: { amount: Amount; cents?: 'always' | 'auto' }) {
  const { locale } = useLocale();
  return <span className="money">{formatMoney(amount, locale, { cents })}</span>;
}
