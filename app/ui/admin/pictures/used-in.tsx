import type { ArticleLink } from '../../../domain/articles/article-link.ts';
import { useLocale } from '../../use-locale.ts';

/** Articles at the desk that hold something fast. */
export function UsedIn({
  articles,
  others = [],
}: {
  articles: readonly ArticleLink[];
  others?: readonly { readonly label: string; readonly to: string }[];
}) {
  const { href } = useLocale();
  return (
    <ul className="used-in">
      {others.map(({ label, to }) => (
        <li key={to}>
          <a href={to}>{label}</a>
        </li>
      ))}
      {articles.map(({ id, headline, language }) => (
        <li key={id}>
          <a href={href(`/admin/articles/${id}`)} lang={language}>
            {headline}
          </a>
        </li>
      ))}
    </ul>
  );
}
