import { formatInstant } from '../../kernel/format.ts';
import type { Device, OpenedBy } from '../../domain/supporters/session.ts';
import type { MessageKey, Translate } from '../../messages/translate.ts';
import { Button } from '../elements/button.tsx';
import { useLocale } from '../use-locale.ts';

export interface SessionLine {
  readonly id: string;
  readonly openedBy: OpenedBy;
  readonly device: Device;
  /** ISO 8601, like `lastSeenAt`. */
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

const openedByWords: Readonly<Record<OpenedBy, MessageKey>> = {
  mail: 'account.sessions.openedByMail',
  passkey: 'identity.sessions.openedByPasskey',
  checkout: 'account.sessions.openedByCheckout',
};

/** Where somebody is signed in. */
export function SessionList({
  sessions,
  timeZone,
}: {
  sessions: readonly SessionLine[];
  timeZone: string;
}) {
  const { locale, t, href } = useLocale();
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
            {t(openedByWords[session.openedBy], { date: instant(session.createdAt) })}
            {' · '}
            {t('account.sessions.lastSeen', { date: instant(session.lastSeenAt) })}
          </p>
          {session.isThisOne ? null : (
            <form method="post" action={href(`/account/sessions/${session.id}/end`)}>
              <Button
                look="text"
                aria-label={t('identity.sessions.endOf', {
                  device: deviceName(t, session.device),
                })}
              >
                {t('identity.sessions.end')}
              </Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

function deviceName(t: Translate, { browser, system }: Device): string {
  if (browser && system) return t('account.sessions.device', { browser, system });
  return browser ?? system ?? t('account.sessions.deviceUnknown');
}
