import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { may } from '../../domain/reports/permissions.ts';
import type { Waiting } from '../../domain/work/work.ts';
import type { Role } from '../../domain/supporters/viewer.ts';
import { type Locale, barePath, localPath } from '../../kernel/locale.ts';
import { useLocale } from '../use-locale.ts';
import { type Room, floors, isIn } from './rooms.ts';
import { type PageViews, Views } from './views/views-menu.tsx';
import { PasskeyDue } from './staff/passkey-due.tsx';
import { Zone } from './zone.ts';

/** What every page of the desk has around its content. */
export interface AdminView {
  readonly newsroomName: string;
  readonly timeZone: string;
  readonly email: string;
  readonly role: Role;
  /** The kept views of the page; null where nothing can be kept. */
  readonly views: PageViews | null;
  /** How much waits for somebody. */
  readonly waiting: Waiting;
  /** Until when this member of the staff has to add a passkey. */
  readonly passkeyDue: Date | null;
}

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
          <Rooms role={view.role} path={path} waiting={view.waiting} />
        </div>
      </header>
      <main className="page__main wrap desk__main" id="content" tabIndex={-1}>
        <Zone.Provider value={view.timeZone}>
          {view.passkeyDue ? <PasskeyDue until={view.passkeyDue} /> : null}
          <Views.Provider value={view.views}>{children}</Views.Provider>
        </Zone.Provider>
      </main>
      <footer className="wrap desk__foot meta">
        {t('admin.zoneNote', { timeZone: view.timeZone })}
      </footer>
    </div>
  );
}

/** Two lines: what one comes for, and the rooms of where one is. */
function Rooms({ role, path, waiting }: { role: Role; path: string; waiting: Waiting }) {
  const { t, href } = useLocale();
  const open = floors
    .map((floor) => ({ ...floor, rooms: floor.rooms.filter((room) => may(role, room.needs)) }))
    .filter((floor) => floor.rooms.length > 0);
  const here = open.find((floor) => floor.rooms.some((room) => isIn(room, path)));
  return (
    <>
      <nav className="desk__rooms" aria-label={t('admin.nav')}>
        <ul className="plain-list">
          {open.map((floor) => (
            <li key={floor.label}>
              <a
                href={href(floor.rooms[0]?.path ?? '/admin')}
                aria-current={floor === here ? 'true' : undefined}
              >
                {t(floor.label)}
                {floor.label === 'desk.today' ? <WaitingCount {...waiting} /> : null}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {here && here.rooms.length > 1 ? (
        <nav
          className="desk__rooms desk__rooms--inner"
          aria-label={t('desk.roomsIn', { floor: t(here.label) })}
        >
          <ul className="plain-list">
            {here.rooms.map((room) => (
              <li key={room.path}>
                <a href={href(room.path)} aria-current={currentWord(room, path)}>
                  {t(room.label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </>
  );
}

/** "7", which is read out as "7 things wait". Nothing waits: nothing is said. */
function WaitingCount({ count, isMore }: Waiting) {
  const { t } = useLocale();
  if (count === 0) return null;
  return (
    <>
      {' '}
      <span className="desk__count" aria-hidden="true">
        {isMore ? `${count}+` : count}
      </span>
      <span className="visually-hidden">
        {t(isMore ? 'desk.waitingMore' : 'desk.waiting', { count })}
      </span>
    </>
  );
}

function currentWord(room: Room, path: string): 'page' | 'true' | undefined {
  if (room.path === path) return 'page';
  return isIn(room, path) ? 'true' : undefined;
}
