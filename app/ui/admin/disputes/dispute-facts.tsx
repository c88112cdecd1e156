import { knownReason } from '../../../domain/disputes/evidence.ts';
import type { DisputeCaseView } from '../../../domain/disputes/dispute-view.ts';
import { useLocale } from '../../use-locale.ts';
import { At } from '../dates.tsx';
import { sum } from '../figures.tsx';
import { PersonLink } from '../person-link.tsx';
import { DisputeStatus } from './dispute-status.tsx';

/** What a dispute is about, in plain words, and how it stands. */
export function DisputeFacts({
  dispute,
  person,
  paidFor,
  atStripe,
  stripeUrl,
}: Pick<DisputeCaseView, 'dispute' | 'person' | 'paidFor' | 'atStripe'> & {
  stripeUrl: string | null;
}) {
  const { locale, t, href } = useLocale();
  const reason = knownReason(dispute.reason);
  return (
    <section className="report-part" aria-labelledby="about">
      <h2 className="report-part__title" id="about">
        {t(`disputes.reason.${reason}`)}
      </h2>
      <p className="report-part__definition">
        {t(`disputes.about.${reason}`)}{' '}
        {dispute.status.startsWith('warning_') ? t('disputes.aboutInquiry') : null}
      </p>
      <dl className="facts">
        <dt>{t('disputes.status')}</dt>
        <dd>
          <DisputeStatus status={dispute.status} />
        </dd>
        {dispute.dueBy ? (
          <>
            <dt>{t('disputes.dueBy')}</dt>
            <dd>
              <At instant={dispute.dueBy} />
            </dd>
          </>
        ) : null}
        <dt>{t('disputes.amount')}</dt>
        <dd>{sum(dispute.amount, locale)}</dd>
        <dt>{t('disputes.payment')}</dt>
        <dd>
          {paidFor ? t(`disputes.paidFor.${paidFor.kind}`) : t('admin.none')}
          {dispute.paidAt ? (
            <>
              , <At instant={dispute.paidAt} form="day" />
            </>
          ) : null}
        </dd>
        <dt>{t('admin.supporter')}</dt>
        <dd>
          {person ? (
            <PersonLink person={person} />
          ) : dispute.supporterId ? (
            <a href={href(`/admin/supporters/${dispute.supporterId}`)}>
              {t('identity.erasedPerson')}
            </a>
          ) : (
            t('admin.none')
          )}
        </dd>
        <dt>{t('disputes.opened')}</dt>
        <dd>
          <At instant={dispute.openedAt} />
        </dd>
        {atStripe?.networkReason ? (
          <>
            <dt>{t('disputes.networkReason')}</dt>
            <dd>{atStripe.networkReason}</dd>
          </>
        ) : null}
        <dt>Stripe</dt>
        <dd>
          {stripeUrl ? (
            <a href={stripeUrl}>{dispute.disputeId}</a>
          ) : (
            <code>{dispute.disputeId}</code>
          )}
        </dd>
      </dl>
    </section>
  );
}
