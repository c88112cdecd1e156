import { useLocale } from '../use-locale.ts';

/** The years that have a statement. */
export function YearList({
  years,
  current = null,
}: {
  years: readonly { readonly year: number; readonly label: string }[];
  /** The year that is shown. */
  current?: number | null;
}) {
  const { t, href } = useLocale();
  return (
    <nav aria-label={t('statements.years')}>
      <ul className="plain-list statement__years">
        {years.map(({ year, label }) => (
          <li key={year}>
            <a
              href={href(`/account/statements/${year}`)}
              aria-current={year === current ? 'page' : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
