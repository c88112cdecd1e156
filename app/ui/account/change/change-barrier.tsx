import type { MessageKey } from '../../../messages/translate.ts';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

/** Why a membership can't be changed as it stands, or was not. */
export type ChangeBarrierReason =
  | 'payment_failing'
  | 'paused'
  | 'ending'
  | 'no_membership'
  | 'payments_unavailable'
  | 'payments_refused';

const wayOut: Partial<Record<ChangeBarrierReason, { path: string; name: MessageKey }>> = {
  payment_failing: {
    path: '/account/membership/card',
    name: 'membershipChange.barrier.payment_failingLink',
  },
  paused: {
    path: '/account/membership/pause/resumption',
    name: 'membershipChange.barrier.pausedLink',
  },
  ending: { path: '/account/membership', name: 'membershipChange.barrier.endingLink' },
  no_membership: { path: '/join', name: 'membershipChange.barrier.no_membershipLink' },
};

/** The reason, and where what stands in the way can be put right. */
export function ChangeBarrierNotice({
  reason,
  email,
}: {
  reason: ChangeBarrierReason;
  email: string;
}) {
  const { t, href } = useLocale();
  const out = wayOut[reason];
  return (
    <Notice
      tone={reason.startsWith('payments') ? 'bad' : 'warn'}
      title={t('membershipChange.barrier.title')}
    >
      <p>{t(`membershipChange.barrier.${reason}`, { email })}</p>
      {out ? (
        <p>
          <a href={href(out.path)}>{t(out.name)}</a>
        </p>
      ) : null}
    </Notice>
  );
}
