import { useLocale } from '../use-locale.ts';

/** The way to older rows, and back to the first page. Paths are full. */
export function Pager({ newest, older }: { newest: string | null; older: string | null }) {
  const { t } = useLocale();
  if (!newest && !older) return null;
  return (
    <nav className="pager" aria-label={t('admin.pages')}>
      {newest ? <a href={newest}>{t('admin.backToNewest')}</a> : null}
      {older ? (
        <a href={older} rel="next">
          {t('admin.older')}
        </a>
      ) : null}
    </nav>
  );
}
