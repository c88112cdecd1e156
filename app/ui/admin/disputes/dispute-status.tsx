import { disputeStatuses } from '../../../domain/disputes/evidence.ts';
import { useLocale } from '../../use-locale.ts';

const tones: Record<(typeof disputeStatuses)[number], 'good' | 'warn' | 'bad' | 'quiet'> = {
  needs_response: 'bad',
  under_review: 'warn',
  won: 'good',
  lost: 'quiet',
  warning_needs_response: 'warn',
  warning_under_review: 'warn',
  warning_closed: 'quiet',
  prevented: 'quiet',
};

/** How a dispute stands, in words; Stripe's own word when it is new to us. */
export function DisputeStatus({ status }: { status: string }) {
  const { t } = useLocale();
  const known = disputeStatuses.find((one) => one === status);
  return (
    <span className={`state state--${known ? tones[known] : 'quiet'}`}>
      {known ? t(`disputes.status.${known}`) : status}
    </span>
  );
}
