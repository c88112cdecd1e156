import type { ArticleStatus } from '../../../domain/articles/writing/words.ts';
import { useLocale } from '../../use-locale.ts';
import { type NamedTier, kindName, kindsWith } from './kinds.ts';
import './previews.css';

/** Whose page this is, and the pages of the others. */
export function PreviewBar({
  articleId,
  state,
  kind,
  tiers,
}: {
  articleId: string;
  state: ArticleStatus;
  kind: string;
  tiers: readonly NamedTier[];
}) {
  const { locale, t, href } = useLocale();
  const page = href(`/admin/articles/${articleId}`);
  return (
    <nav className="preview-bar wrap" aria-label={t('preview.bar')}>
      <p>
        <strong>{t('preview.as')}</strong> {t(`preview.state.${state}`)}{' '}
        <a href={page}>{t('preview.back')}</a>
      </p>
      <ul className="plain-list">
        {kindsWith(tiers).map((one) => (
          <li key={one}>
            <a
              href={`${page}/preview?as=${encodeURIComponent(one)}`}
              aria-current={one === kind ? 'page' : undefined}
            >
              {kindName(one, { tiers, locale, t })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
