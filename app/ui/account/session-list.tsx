import { formatInstant } from '../../kernel/format.ts';
import type { Device } from '../../domain/supporters/session.ts';
import type { Translate } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

export interface SessionLine {
  readonly id: string;
  readonly openedBy: 'mail' | 'checkout';
  readonly device: Device;
  /** ISO 8601, like `lastSeenAt`. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

/** Where somebody is signed in. */
export function SessionList({
  sessions,
  timeZone,
}: {
  sessions: readonly SessionLine[];
  timeZone: string;
}) {
  const { locale, t } = useLocale();
  const instant = (iso: string) => formatInstant(new Date(iso), locale, timeZone);
  return (
    <ul className="sessions plain-list">
      {sessions.map((session) => (
        <li key={session.id} className="sessions__one">
          <p className="sessions__device">
            {deviceName(t, session.device)}
            {session.isThisOne ? (
              <span className="state state--good">{t('account.sessions.thisOne')}</span>
            ) : null}
          </p>
          <p className="meta">
            {t(
              session.openedBy === 'mail'
                ? 'account.sessions.openedByMail'
                : 'account.sessions.openedByCheckout',
              { date: instant(session.createdAt) },
            )}
            {' · '}
            {t('account.sessions.lastSeen', { date: instant(session.lastSeenAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}

function deviceName(t: Translate, { browser, system }: Device): string {
  if (browser && system) return t('account.sessions.device', { browser, system });
  return browser ?? system ?? t('account.sessions.deviceUnknown');
}
