import { formatDay } from '../../kernel/format.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';
import type { MembershipSummary } from './membership-summary.ts';

const failures: Readonly<Record<string, MessageKey>> = {
  no_membership: 'account.continue.failed.no_membership',
  not_scheduled: 'account.continue.failed.not_scheduled',
  payments_unavailable: 'account.cancel.failed.payments_unavailable',
  payments_refused: 'account.cancel.failed.payments_refused',
  too_many: 'ending.tooManyOutcome',
};

/** How taking a cancellation back went. The outcome comes from the address, so success is only said when it is true. */
export function ContinuationOutcome({
  outcome,
  membership,
  newsroom,
}: {
  outcome: string | null;
  membership: MembershipSummary | null;
  newsroom: { readonly timeZone: string; readonly contactEmail: string };
}) {
  const { locale, t } = useLocale();
  const failure = outcome !== null && Object.hasOwn(failures, outcome) ? failures[outcome] : null;
  if (failure) {
    return (
      <Notice tone="bad" title={t('account.cancel.failedTitle')}>
        <p>{t(failure, { email: newsroom.contactEmail })}</p>
      </Notice>
    );
  }
  if (outcome !== 'yes' || membership?.standing !== 'active' || !membership.nextCharge) return null;
  const date = formatDay(new Date(membership.nextCharge.at), locale, newsroom.timeZone);
  return (
    <Notice tone="good">
      <p>{t('account.membership.continued', { date })}</p>
    </Notice>
  );
}

/** Said where a membership was ended at once. From the address too, so only when none is in force. */
export function EndedOutcome({
  outcome,
  membership,
}: {
  outcome: string | null;
  membership: MembershipSummary | null;
}) {
  const { t } = useLocale();
  if (outcome !== 'now' || membership?.standing !== 'ended') return null;
  return (
    <Notice tone="good">
      <p>{t('ending.endedNow')}</p>
    </Notice>
  );
}
