import type { MessageKey } from '../../messages/translate.ts';
import { Notice } from '../elements/notice.tsx';
import { useLocale } from '../use-locale.ts';

/** Why a form that was in order did not lead on to Stripe. */
export type GivingNoticeKind =
  'payments_unavailable' | 'payments_refused' | 'too_many' | 'tier_unknown';

export interface GivingNoticeView {
  readonly kind: GivingNoticeKind;
  /** For `too_many`: how long to wait. */
  readonly minutes: number;
}

const words: Record<
  GivingNoticeKind,
  { title: MessageKey; body: MessageKey; tone: 'good' | 'bad' }
> = {
  payments_unavailable: {
    title: 'giving.paymentsDownTitle',
    body: 'giving.paymentsDown',
    tone: 'bad',
  },
  payments_refused: {
    title: 'giving.paymentsDownTitle',
    body: 'giving.paymentsRefused',
    tone: 'bad',
  },
  too_many: { title: 'giving.tooManyTitle', body: 'giving.tooMany', tone: 'bad' },
  tier_unknown: { title: 'giving.chooseTier', body: 'giving.tierUnknown', tone: 'bad' },
};

/** What happened to the payment, and what to do. Stands above the form, whose contents are kept. */
export function GivingNotice({ notice }: { notice: GivingNoticeView }) {
  const { t } = useLocale();
  const { title, body, tone } = words[notice.kind];
  return (
    <Notice tone={tone} title={t(title)}>
      <p>{t(body, { minutes: notice.minutes })}</p>
    </Notice>
  );
}
