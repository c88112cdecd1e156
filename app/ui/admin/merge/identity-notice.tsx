import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

/** That somebody was erased or merged, and what was done just now. */
export function IdentityNotice({
  erasedAt,
  mergedIntoId,
  done,
}: {
  erasedAt: Date | null;
  mergedIntoId: string | null;
  done: string | null;
}) {
  const { t, href } = useLocale();
  const { day } = useDates();
  if (erasedAt) {
    return (
      <Notice>
        <p>{t('identity.erasedOn', { date: day(erasedAt) })}</p>
        <p>{t('identity.erasedStripe')}</p>
      </Notice>
    );
  }
  if (mergedIntoId) {
    return (
      <Notice>
        <p>
          {t('identity.merge.isMerged')}{' '}
          <a href={href(`/admin/supporters/${mergedIntoId}`)}>{t('identity.merge.toKept')}</a>
        </p>
      </Notice>
    );
  }
  if (done === 'membership') return <Notice tone="good">{t('deskSupporter.act.done')}</Notice>;
  if (done === 'email') return <Notice tone="good">{t('identity.staff.emailDone')}</Notice>;
  return done === 'merged' ? <Notice tone="good">{t('identity.merge.done')}</Notice> : null;
}

/** What an owner can do about who somebody is. */
export function IdentityActions({ supporterId }: { supporterId: string }) {
  const { t, href } = useLocale();
  return (
    <>
      <a href={href(`/admin/supporters/${supporterId}/email`)}>{t('identity.staff.actions')}</a>
      <a href={href(`/admin/supporters/${supporterId}/merge`)}>{t('identity.staff.mergeAction')}</a>
    </>
  );
}
