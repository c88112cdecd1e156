import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';
import type { MembershipSummary } from './membership-summary.ts';

/** What can be done about a membership as it stands: quiet links, each to its own page. */
export function MembershipActs({ membership }: { membership: MembershipSummary }) {
  const { t, href } = useLocale();
  const acts = actsOf(membership);
  return (
    <nav className="account__part" aria-label={t('account.membership.acts')}>
      <ul className="account__acts plain-list">
        {acts.map(({ path, name }) => (
          <li key={path}>
            <a href={href(path)}>{t(name)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function actsOf({ standing, next }: MembershipSummary): { path: string; name: MessageKey }[] {
  const isActive = standing === 'active';
  return [
    ...(isActive
      ? [{ path: '/account/membership/change', name: 'account.membership.change' } as const]
      : []),
    ...(isActive && !next
      ? [{ path: '/account/membership/pause', name: 'account.membership.pause' } as const]
      : []),
    { path: '/account/membership/card', name: 'account.membership.card' } as const,
    ...(standing === 'ending'
      ? []
      : [{ path: '/account/membership/cancellation', name: 'account.membership.end' } as const]),
  ];
}
