import {
  type EventSort,
  type TimelineEvent,
  eventSorts,
  timelineQuery,
} from '../../domain/reports/timeline/timeline.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Translate } from '../../messages/translate.ts';
import { Empty, ReportPart } from '../report-table/report-table.tsx';
import { useLocale } from '../use-locale.ts';
import { At } from './dates.tsx';
import { sum } from './figures.tsx';
import { sayKnown } from './known-message.ts';

/** The newest of what happened with a supporter, and the way to all of it. */
export function Timeline({
  supporterId,
  events,
}: {
  supporterId: string;
  events: readonly TimelineEvent[];
}) {
  const { t, href } = useLocale();
  return (
    <ReportPart
      id="timeline"
      title={t('admin.timeline')}
      definition={t('admin.timelineDefinition')}
    >
      {events.length === 0 ? (
        <Empty title={t('admin.noEvents')} />
      ) : (
        <TimelineList events={events} />
      )}
      <p className="more">
        <a href={href(`/admin/supporters/${supporterId}/timeline`)}>{t('supporterActs.whole')}</a>
      </p>
    </ReportPart>
  );
}

/** Kinds of events to choose from. */
export function TimelineSorts({
  supporterId,
  sort,
}: {
  supporterId: string;
  sort: EventSort | null;
}) {
  const { t, href } = useLocale();
  const own = href(`/admin/supporters/${supporterId}/timeline`);
  return (
    <nav aria-label={t('supporterActs.kinds')}>
      <ul className="chips plain-list">
        {[null, ...eventSorts].map((one) => (
          <li key={one}>
            <a
              href={`${own}${timelineQuery({ sort: one, before: null })}`}
              aria-current={one === sort ? 'page' : undefined}
            >
              {t(`supporterActs.kind.${one ?? 'all'}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function TimelineList({ events }: { events: readonly TimelineEvent[] }) {
  const { locale, t } = useLocale();
  return (
    <ol className="timeline plain-list">
      {events.map((event, index) => (
        <li key={index}>
          <span className="timeline__at">
            <At instant={event.at} />
          </span>
          <span>
            <Said event={event} says={say(event, t, locale)} />
          </span>
        </li>
      ))}
    </ol>
  );
}

/** One event in words: a payment leads to its page, and what somebody wrote stands under it. */
function Said({ event, says }: { event: TimelineEvent; says: string }) {
  const { href } = useLocale();
  if (event.what === 'payment') {
    return <a href={href(`/admin/payments/${event.paymentId}`)}>{says}</a>;
  }
  const written = event.what === 'note' ? event.words : event.what === 'act' ? event.reason : null;
  return (
    <>
      {says}
      {written ? <span className="timeline__words">{written}</span> : null}
    </>
  );
}

const signedInBy = {
  mail: 'admin.event.signInMail',
  passkey: 'passkeys.eventSignIn',
  checkout: 'admin.event.signInCheckout',
} as const;

function say(event: TimelineEvent, t: Translate, locale: Locale): string {
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
    case 'note':
      return t('supporterActs.event.note', {
        author: event.author ?? t('supporterActs.somebody'),
      });
    case 'act': {
      const action = sayKnown(t, `admin.action.${event.action}`, event.action);
      if (event.isOwn) return t('supporterActs.event.own', { action });
      return event.actor
        ? t('admin.event.audit', { action, actor: event.actor })
        : t('admin.event.auditSystem', { action });
    }
  }
}
