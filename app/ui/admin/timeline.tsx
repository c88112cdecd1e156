import type { ProfileEvent } from '../../domain/reports/supporter-profile.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { Empty, ReportPart } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { sum } from './figures.tsx';
import { sayKnown } from './known-message.ts';

/** Everything that happened with a supporter, the newest first. */
export function Timeline({ events, isCut }: { events: readonly ProfileEvent[]; isCut: boolean }) {
  const { locale, t } = useLocale();
  return (
    <ReportPart
      id="timeline"
      title={t('admin.timeline')}
      definition={t('admin.timelineDefinition')}
    >
      {events.length === 0 ? (
        <Empty title={t('admin.noEvents')} />
      ) : (
        <ol className="timeline plain-list">
          {events.map((event, index) => (
            <li key={index}>
              <span className="timeline__at">
                <At instant={event.at} />
              </span>
              <span>{say(event, t, locale)}</span>
            </li>
          ))}
        </ol>
      )}
      {isCut ? <p className="report-part__definition">{t('admin.timelineCut')}</p> : null}
    </ReportPart>
  );
}

const signedInBy = {
  mail: 'admin.event.signInMail',
  passkey: 'passkeys.eventSignIn',
  checkout: 'admin.event.signInCheckout',
} as const;

function say(event: ProfileEvent, t: Translate, locale: Locale): string {
  switch (event.what) {
    case 'membership':
      return t(`admin.event.membership.${event.kind}`, {
        from: sum(event.fromMonthly, locale),
        to: sum(event.toMonthly, locale),
      });
    case 'payment':
      return t(`admin.event.payment.${event.kind}`, {
        amount: sum(event.amount, locale).replace('\u2212', ''),
      });
    case 'order':
      return t(`admin.event.order.${event.status}`, { amount: sum(event.amount, locale) });
    case 'mail':
      return t('admin.event.mail', {
        template: sayKnown(t, `admin.mail.${event.template}`, event.template),
        status: event.status,
      });
    case 'sign_in':
      return t(signedInBy[event.openedBy]);
    case 'audit': {
      const action = sayKnown(t, `admin.action.${event.action}`, event.action);
      return event.actor
        ? t('admin.event.audit', { action, actor: event.actor })
        : t('admin.event.auditSystem', { action });
    }
  }
}
