import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { barePath } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';

/** The rooms of the account. A later room is one more line. */
const rooms: readonly { readonly path: string; readonly name: MessageKey }[] = [
  { path: '/account', name: 'account.nav.overview' },
  { path: '/account/membership', name: 'account.nav.membership' },
  { path: '/account/payments', name: 'account.nav.payments' },
  { path: '/account/statements', name: 'statements.title' },
  { path: '/account/gifts', name: 'gifts.account.title' },
  { path: '/account/mail', name: 'mailPreferences.nav' },
  { path: '/account/public-name', name: 'wall.own.nav' },
  { path: '/account/profile', name: 'account.nav.profile' },
  { path: '/account/sessions', name: 'account.nav.sessions' },
  { path: '/account/privacy', name: 'account.nav.privacy' },
];

/** The account's rooms beside the room one is in, and the way out. */
export function AccountShell({ children }: { children: ReactNode }) {
  const { t, href } = useLocale();
  const here = barePath(useLocation().pathname);
  return (
    <div className="wrap account">
      <nav className="account__nav" aria-label={t('account.nav')}>
        <ul className="plain-list">
          {rooms.map(({ path, name }) => (
            <li key={path}>
              <a href={href(path)} aria-current={currentness(here, path)}>
                {t(name)}
              </a>
            </li>
          ))}
          <li>
            <form method="post" action={href('/sign-out')}>
              <button className="button button--text" type="submit">
                {t('account.signOut')}
              </button>
            </form>
          </li>
        </ul>
      </nav>
      <div className="account__room">{children}</div>
    </div>
  );
}

/** `page` for the room itself, `true` for a page inside it. */
function currentness(here: string, path: string): 'page' | 'true' | undefined {
  if (here === path) return 'page';
  return path !== '/account' && here.startsWith(`${path}/`) ? 'true' : undefined;
}
