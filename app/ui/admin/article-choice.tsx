import type { FoundArticle } from '../../domain/reports/filter-options.ts';
import { type SupporterFilter, supporterQuery } from '../../domain/reports/supporter-filter.ts';
import { useLocale } from '../use-locale.ts';

/** The articles that a search for one found, each a link to those whom it won. */
export function ArticleChoice({
  typed,
  found,
  filter,
}: {
  typed: string;
  found: readonly FoundArticle[];
  filter: SupporterFilter;
}) {
  const { t, href } = useLocale();
  if (typed === '') return null;
  if (found.length === 0) {
    return (
      <p className="notice notice--warn" role="status">
        {t('people.noArticle', { typed })}
      </p>
    );
  }
  return (
    <nav className="article-choice" aria-label={t('people.whichArticle')}>
      <h2 className="report-part__definition">{t('people.whichArticle')}</h2>
      <ul>
        {found.map(({ id, headline }) => (
          <li key={id}>
            <a href={href(`/admin/supporters${supporterQuery({ ...filter, articleId: id })}`)}>
              {headline}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
