import type { ProfileWarning } from '../../../domain/reports/supporter-profile.ts';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { useDates } from '../dates.tsx';

/** What is wrong with somebody's support, in words, before anything else. */
export function Warnings({
  supporterId,
  warnings,
}: {
  supporterId: string;
  warnings: readonly ProfileWarning[];
}) {
  const { t, href } = useLocale();
  const { day } = useDates();
  if (warnings.length === 0) return null;
  const says = (warning: ProfileWarning) => {
    switch (warning.what) {
      case 'payment_failing':
        return t('supporterActs.warning.payment_failing', { day: day(warning.since) });
      case 'dispute_open':
        return (
          <a href={href(`/admin/disputes/${warning.disputeId}`)}>
            {warning.dueBy
              ? t('supporterActs.warning.dispute_openBy', { day: day(warning.dueBy) })
              : t('supporterActs.warning.dispute_open')}
          </a>
        );
      case 'mail_failed':
        return (
          <a href={href(`/admin/supporters/${supporterId}/timeline?kind=mails`)}>
            {t('supporterActs.warning.mail_failed', { day: day(warning.at) })}
          </a>
        );
    }
  };
  return (
    <Notice tone="warn">
      {warnings.map((warning, index) => (
        <p key={index}>{says(warning)}</p>
      ))}
    </Notice>
  );
}
