import { formatInstant } from '../../../kernel/format.ts';
import { LinkPage } from '../../links/link-page.tsx';
import { useLocale } from '../../use-locale.ts';
import './previews.css';

/** That this is not out, and until when the link shows it. */
export function DraftBar({ expiresAt, timeZone }: { expiresAt: Date; timeZone: string }) {
  const { locale, t } = useLocale();
  return (
    <aside className="preview-bar wrap" aria-label={t('draft.bar')}>
      <p>{t('draft.lead', { until: formatInstant(expiresAt, locale, timeZone) })}</p>
    </aside>
  );
}

/** The same for a link that has ended, was revoked, or never was. */
export function DraftGone() {
  const { t, href } = useLocale();
  return (
    <LinkPage title={t('draft.goneTitle')}>
      <p>{t('draft.gone')}</p>
      <p>
        <a href={href('/')}>{t('draft.toFront')}</a>
      </p>
    </LinkPage>
  );
}
