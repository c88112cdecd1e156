import type { ReactNode } from 'react';
import { useLocale } from '../../use-locale.ts';
import { changeText } from '../figures.tsx';

/** One figure of those that are read first, with its definition. `before` is null when it is compared with nothing. */
export function FigureItem({
  label,
  now,
  before,
  format,
  to,
  definition,
}: {
  label: string;
  now: number;
  before: number | null;
  format: (value: number) => string;
  to: string;
  definition: ReactNode;
}) {
  const { locale, t } = useLocale();
  const change = before === null ? null : changeText(before, now, locale);
  return (
    <div className="glance__item">
      <h2 className="glance__label">{label}</h2>
      <p className="glance__figure">
        <a href={to}>{format(now)}</a>
      </p>
      {before === null ? null : (
        <p className="glance__before">
          {t('admin.before', { value: format(before) })}
          {change ? <span className="glance__change">{change}</span> : null}
        </p>
      )}
      <p className="glance__definition">{definition}</p>
    </div>
  );
}
