import type { ReactNode } from 'react';
import { useLocale } from '../use-locale.ts';

/** A section under a rule: a title, what its figures mean, and the figures. */
export function ReportPart({
  id,
  title,
  definition,
  children,
}: {
  id: string;
  title: ReactNode;
  definition?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="report-part" aria-labelledby={id}>
      <h2 className="report-part__title" id={id}>
        {title}
      </h2>
      {definition ? <p className="report-part__definition">{definition}</p> : null}
      {children}
    </section>
  );
}

/** A table with hairlines that scrolls by itself where it is too wide. `label` names it for screen readers. */
export function ReportTable({
  label,
  head,
  children,
  foot,
}: {
  label: string;
  head: readonly Heading[];
  children: ReactNode;
  foot?: ReactNode;
}) {
  const { t } = useLocale();
  return (
    <div
      className="table-scroll report-table"
      role="region"
      // A scrolled region must be reachable by keyboard (WCAG 2.1.1).
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see the line above
      tabIndex={0}
      aria-label={t('admin.scrollTable', { table: label })}
    >
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {head.map((heading) => (
              <th
                key={heading.label}
                scope="col"
                className={classesOf(heading)}
                aria-sort={heading.isSorted}
              >
                {heading.to ? <a href={heading.to}>{heading.label}</a> : heading.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

interface CellLook {
  readonly isFigure?: boolean;
  /** Left out on phones. */
  readonly isWideOnly?: boolean;
  /** Left out on tablets too. */
  readonly isWidestOnly?: boolean;
}

export interface Heading extends CellLook {
  readonly label: string;
  /** Leads to the table sorted by this column. */
  readonly to?: string;
  readonly isSorted?: 'ascending' | 'descending' | undefined;
}

/** The classes of a cell that stands under a heading of this look. */
export function classesOf({ isFigure, isWideOnly, isWidestOnly }: CellLook): string | undefined {
  const classes = [
    isFigure ? 'figure' : '',
    isWideOnly ? 'wide-only' : '',
    isWidestOnly ? 'widest-only' : '',
  ].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}

/** Nothing to show: says so, and what to do next. */
export function Empty({
  title,
  next,
  action,
}: {
  title: string;
  next?: string;
  action?: { readonly label: string; readonly to: string };
}) {
  return (
    <div className="report-empty">
      <p className="report-empty__title">{title}</p>
      {next ? <p>{next}</p> : null}
      {action ? (
        <p>
          <a href={action.to}>{action.label}</a>
        </p>
      ) : null}
    </div>
  );
}
