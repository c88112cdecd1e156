import { disputeReasonLimit } from '../../../domain/disputes/evidence.ts';
import type { DisputeCaseView } from '../../../domain/disputes/dispute-view.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Notice } from '../../elements/notice.tsx';
import { useLocale } from '../../use-locale.ts';
import { ErrorSummary } from '../error-summary.tsx';
import { sum } from '../figures.tsx';
import { PageHead } from '../page-head.tsx';
import { ReasonForm } from '../reason-form.tsx';
import { EvidenceSent } from './evidence-sent.tsx';

/** The step before something that can't be taken back: what it does, and why it is done. */
export function ConfirmDispute({
  act,
  view: { dispute, isAnswerable, texts, files },
  typed,
  errors,
}: {
  act: 'submit' | 'accept';
  view: DisputeCaseView;
  typed: string;
  errors: Readonly<Record<string, MessageKey>>;
}) {
  const { locale, t, href } = useLocale();
  const back = href(`/admin/disputes/${dispute.disputeId}`);
  return (
    <>
      <PageHead title={t(`disputes.${act}.title`)}>
        <p className="desk-title__line">
          {t(`disputes.${act}.definition`, { amount: sum(dispute.amount, locale) })}
        </p>
      </PageHead>
      <ErrorSummary errors={errors} />
      {act === 'submit' ? <EvidenceSent texts={texts} files={files} /> : null}
      {isAnswerable ? (
        <div id="form" tabIndex={-1}>
          <ReasonForm
            hidden={{}}
            label={t('disputes.why')}
            submit={t(`disputes.${act}.confirm`)}
            back={{ label: t('disputes.notYet'), to: back }}
            maxLength={disputeReasonLimit}
            typed={typed}
            error={errors['reason']}
          />
        </div>
      ) : (
        <Notice tone="warn">
          <p>{t('disputes.error.notAnswerable')}</p>
          <p>
            <a href={back}>{t('disputes.title')}</a>
          </p>
        </Notice>
      )}
    </>
  );
}
