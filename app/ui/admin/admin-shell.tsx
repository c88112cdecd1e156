import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { type Permission, may } from '../../domain/reports/permissions.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import { type Locale, barePath, localPath } from '../../kernel/locale.ts';
import type { MessageKey } from '../../messages/translate.ts';
import { useLocale } from '../use-locale.ts';
import { Zone } from './zone.ts';

/** What every page of the desk has around its content. */
export interface AdminView {
  readonly newsroomName: string;
  readonly timeZone: string;
  readonly email: string;
  readonly role: Role;
}

const rooms: readonly { path: string; label: MessageKey; needs: Permission }[] = [
  { path: '/admin', label: 'admin.report', needs: 'report.view' },
  { path: '/admin/supporters', label: 'admin.supporters', needs: 'supporters.view' },
  { path: '/admin/payments', label: 'admin.payments', needs: 'payments.view' },
  { path: '/admin/articles', label: 'admin.articles', needs: 'articles.view' },
  { path: '/admin/tiers', label: 'admin.tiers', needs: 'tiers.view' },
  { path: '/admin/offers', label: 'offers.title', needs: 'offers.view' },
  { path: '/admin/grants', label: 'grants.title', needs: 'grants.view' },
  { path: '/admin/wall', label: 'wall.admin.nav', needs: 'wall.view' },
  {
    path: '/admin/reconciliation',
    label: 'reconciliation.title',
    needs: 'reconciliation.view',
  },
  { path: '/admin/pipeline', label: 'pipeline.title', needs: 'pipeline.view' },
  { path: '/admin/settings', label: 'admin.settings', needs: 'settings.view' },
];

/** The desk: the newsroom's name, the rooms that the role may enter, the page. */
export function AdminShell({ view, children }: { view: AdminView; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const { locale, t, href } = useLocale();
  const path = barePath(pathname);
  const other: Locale = locale === 'en' ? 'uk' : 'en';
  return (
    <div className="page desk">
      <header className="desk__head">
        <div className="wrap">
          <div className="desk__line">
            <p className="desk__name">
              <a href={href('/')}>{view.newsroomName}</a>
              <span className="desk__where">{t('admin.desk')}</span>
            </p>
            <ul className="desk__links plain-list">
              <li className="desk__who">
                {t('admin.signedInAs', { email: view.email, role: view.role })}
              </li>
              <li>
                <a href={localPath(other, path) + search} hrefLang={other} lang={other}>
                  {t('common.otherLanguage')}
                </a>
              </li>
              <li>
                <a href={href('/account')}>{t('common.account')}</a>
              </li>
              <li>
                <a href={href('/')}>{t('admin.toSite')}</a>
              </li>
            </ul>
          </div>
          <nav className="desk__rooms" aria-label={t('admin.nav')}>
            <ul className="plain-list">
              {rooms
                .filter((room) => may(view.role, room.needs))
                .map((room) => (
                  <li key={room.path}>
                    <a href={href(room.path)} aria-current={isHere(room.path, path)}>
                      {t(room.label)}
                    </a>
                  </li>
                ))}
            </ul>
          </nav>
        </div>
      </header>
      <main className="page__main wrap desk__main" id="content" tabIndex={-1}>
        <Zone.Provider value={view.timeZone}>{children}</Zone.Provider>
      </main>
      <footer className="wrap desk__foot meta">
        {t('admin.zoneNote', { timeZone: view.timeZone })}
      </footer>
    </div>
  );
}

function isHere(room: string, path: string): 'page' | 'true' | undefined {
  if (room === path) return 'page';
  return room !== '/admin' && path.startsWith(`${room}/`) ? 'true' : undefined;
}
