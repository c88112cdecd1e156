import { formatMoney } from '../../kernel/format.ts';
import type { PrintedName } from '../../domain/wall/wall.ts';
import { useLocale } from '../use-locale.ts';

/** Names in columns, as a newspaper sets a list. `rest` says who gives without one. */
export function NameList({ names, rest }: { names: readonly PrintedName[]; rest: string | null }) {
  const { locale, t } = useLocale();
  if (names.length === 0 && rest === null) return null;
  return (
    <>
      {names.length > 0 ? (
        <ul className="wall__names plain-list">
          {names.map(({ name, amount, interval }, at) => (
            // Two people may have one name, and give the same.
            <li key={at}>
              {/* A name may be written from right to left: what follows must not turn with it. */}
              <bdi className="wall__name">{name}</bdi>
              {amount ? <span className="wall__amount">{spoken(amount, interval)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {rest ? <p className="wall__rest">{rest}</p> : null}
    </>
  );

  function spoken(amount: NonNullable<PrintedName['amount']>, interval: PrintedName['interval']) {
    const sum = formatMoney(amount, locale);
    if (interval === null) return sum;
    return t(interval === 'month' ? 'wall.perMonth' : 'wall.perYear', { amount: sum });
  }
}
