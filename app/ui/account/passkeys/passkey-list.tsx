import { formatInstant } from '../../../kernel/format.ts';
import { useLocale } from '../../use-locale.ts';

export interface PasskeyLine {
  readonly id: string;
  readonly name: string;
  readonly isSynced: boolean;
  /** ISO 8601, like `lastUsedAt`. */
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly isSuspected: boolean;
}

/** Somebody's passkeys, each with the way to remove it. */
export function PasskeyList({
  passkeys,
  timeZone,
}: {
  passkeys: readonly PasskeyLine[];
  timeZone: string;
}) {
  const { locale, t, href } = useLocale();
  const instant = (iso: string) => formatInstant(new Date(iso), locale, timeZone);
  if (passkeys.length === 0) return <p>{t('passkeys.none')}</p>;
  return (
    <ul className="sessions plain-list">
      {passkeys.map((one) => (
        <li key={one.id} className="sessions__one">
          <p className="sessions__device">
            <bdi>{one.name}</bdi>
          </p>
          <p className="meta">
            {[
              t('passkeys.added', { date: instant(one.createdAt) }),
              one.lastUsedAt
                ? t('passkeys.lastUsed', { date: instant(one.lastUsedAt) })
                : t('passkeys.neverUsed'),
              t(one.isSynced ? 'passkeys.synced' : 'passkeys.oneDevice'),
            ].join(' · ')}
          </p>
          {one.isSuspected ? <p className="field__error">{t('passkeys.suspected')}</p> : null}
          <p className="account__acts">
            <a
              href={href(`/account/passkeys/${one.id}/removal`)}
              aria-label={t('passkeys.removeName', { name: one.name })}
            >
              {t('passkeys.remove')}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
