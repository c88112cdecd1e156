import type { MessageKey } from '../../../messages/translate.ts';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';

export type EndingProblemView =
  | {
      readonly kind:
        | 'no_membership'
        | 'already_scheduled'
        | 'not_scheduled'
        | 'payments_unavailable'
        | 'payments_refused';
    }
  | { readonly kind: 'too_many'; readonly seconds: number };

const messages = {
  no_membership: 'account.cancel.failed.no_membership',
  already_scheduled: 'account.cancel.failed.already_scheduled',
  not_scheduled: 'account.continue.failed.not_scheduled',
  payments_unavailable: 'account.cancel.failed.payments_unavailable',
  payments_refused: 'account.cancel.failed.payments_refused',
} as const satisfies Record<string, MessageKey>;

/** Why a membership was not ended, or not continued: that nothing has changed, and what to do. */
export function EndingProblem({
  problem,
  contactEmail,
}: {
  problem: EndingProblemView | null;
  contactEmail: string;
}) {
  const { t } = useLocale();
  if (!problem) return null;
  return (
    <Notice tone="bad" title={t('account.cancel.failedTitle')}>
      <p>
        {problem.kind === 'too_many'
          ? t('ending.tooMany', { minutes: Math.max(1, Math.ceil(problem.seconds / 60)) })
          : t(messages[problem.kind], { email: contactEmail })}
      </p>
    </Notice>
  );
}
