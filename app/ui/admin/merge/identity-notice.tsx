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
  if (done === 'noted') return <Notice tone="good">{t('supporterActs.done.noted')}</Notice>;
  if (done === 'mailed') return <Notice tone="good">{t('supporterActs.done.mailed')}</Notice>;
  return done === 'merged' ? <Notice tone="good">{t('identity.merge.done')}</Notice> : null;
}
