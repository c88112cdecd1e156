import type { OpenDraftLink } from '../../../domain/articles/previews/draft-link.ts';
import { Button } from '../../elements/button.tsx';
import { Empty, ReportPart, ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { type NamedTier, kindName } from './kinds.ts';

/** Links that are open, each with the way to close it. */
export function LinkTable({
  articleId,
  links,
  tiers,
}: {
  articleId: string;
  links: readonly OpenDraftLink[];
  tiers: readonly NamedTier[];
}) {
  const { locale, t, href } = useLocale();
  return (
    <ReportPart id="open" title={t('preview.open')}>
      {links.length === 0 ? (
        <Empty title={t('preview.noneOpen')} />
      ) : (
        <ReportTable
          label={t('preview.open')}
          head={[
            { label: t('preview.shownAs') },
            { label: t('preview.until') },
            { label: t('preview.lastOpened') },
            { label: t('preview.act') },
          ]}
        >
          {links.map(({ id, shownAs, madeBy, createdAt, expiresAt, lastOpenedAt, openings }) => (
            <tr key={id}>
              <th scope="row">
                {kindName(shownAs, { tiers, locale, t })}
                <span className="report-table__note">
                  {t('preview.madeBy', { by: madeBy ?? t('supporterActs.somebody') })}{' '}
                  <At instant={createdAt} form="day" />
                </span>
              </th>
              <td>
                <At instant={expiresAt} />
              </td>
              <td>
                {lastOpenedAt ? (
                  <>
                    <At instant={lastOpenedAt} />{' '}
                    <span className="report-table__note">
                      {t('preview.openings', { count: openings })}
                    </span>
                  </>
                ) : (
                  t('preview.never')
                )}
              </td>
              <td>
                <form method="post" action={href(`/admin/articles/${articleId}/links/${id}`)}>
                  <Button look="text">{t('preview.revoke')}</Button>
                </form>
              </td>
            </tr>
          ))}
        </ReportTable>
      )}
    </ReportPart>
  );
}
