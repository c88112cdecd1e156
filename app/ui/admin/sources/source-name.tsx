import { paymentsPath } from '../overview/payments-path.ts';
import type { DaySpan } from '../../../domain/reports/report-range.ts';
import {
  type SourceDimension,
  type SourceRow,
  filterOfKey,
  split,
} from '../../../domain/reports/sources/source.ts';
import { useLocale } from '../../use-locale.ts';
import { countryName } from '../payment-words.ts';

/** What a row is about; it leads to all the movements under it, in every currency. */
export function SourceName({
  by,
  row,
  days,
}: {
  by: SourceDimension;
  row: SourceRow;
  days: DaySpan;
}) {
  const { href } = useLocale();
  const name = useSourceName(by, row);
  return (
    <a
      href={href(paymentsPath(days, { also: filterOfKey(by, row.key) }))}
      lang={row.language ?? undefined}
    >
      {name.says}
      {name.note ? <span className="report-table__note">{name.note}</span> : null}
    </a>
  );
}

function useSourceName(
  by: SourceDimension,
  { key, name }: SourceRow,
): { says: string; note?: string } {
  const { locale, t } = useLocale();
  if (key === '') return { says: t(`sources.none.${by}`) };
  switch (by) {
    case 'ask': {
      const [, variant] = split(key);
      return {
        says: name ?? t('sources.gone'),
        ...(variant === '' ? {} : { note: t('sources.variant', { variant }) }),
      };
    }
    case 'country':
      return { says: countryName(key, locale) };
    case 'currency':
      return { says: key };
    case 'standing':
      return { says: t(key === 'new' ? 'sources.standing.new' : 'sources.standing.returning') };
    case 'referrer':
      return {
        says: key.startsWith('utm:') ? t('sources.link', { source: key.slice(4) }) : key,
      };
    default:
      return { says: name ?? t('sources.gone') };
  }
}
