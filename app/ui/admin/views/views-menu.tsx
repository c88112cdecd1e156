import { createContext, useContext } from 'react';
import { type ViewRoomKey, viewPath } from '../../../domain/views/view-room.ts';
import { useLocale } from '../../use-locale.ts';

/** The kept views of a page, and what its own address says. */
export interface PageViews {
  readonly room: ViewRoomKey;
  /** As the page spells it. */
  readonly query: string;
  readonly views: readonly {
    readonly id: string;
    readonly name: string;
    readonly query: string;
    readonly isShared: boolean;
    readonly isHere: boolean;
  }[];
  readonly maySave: boolean;
}

/** What the frame of the desk read for the page within. */
export const Views = createContext<PageViews | null>(null);

export function useViews(): PageViews | null {
  return useContext(Views);
}

/** The views of a page under its head: a list that opens, without a script too. */
export function ViewsMenu({ room, query, views, maySave }: PageViews) {
  const { t, href } = useLocale();
  const here = views.find(({ isHere }) => isHere);
  const lists = [
    { label: t('views.forEveryone'), views: views.filter(({ isShared }) => isShared) },
    { label: t('views.own'), views: views.filter(({ isShared }) => !isShared) },
  ].filter((list) => list.views.length > 0);
  return (
    <details className="views">
      <summary>{here ? t('views.menuAt', { name: here.name }) : t('views.menu')}</summary>
      <div className="views__panel">
        {lists.map((list) => (
          <div key={list.label}>
            <p className="views__label">{list.label}</p>
            <ul className="plain-list">
              {list.views.map((view) => (
                <li key={view.id}>
                  <a
                    href={href(viewPath(room, view.query))}
                    aria-current={view.isHere ? 'true' : undefined}
                  >
                    {view.name}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {lists.length === 0 ? <p className="views__label">{t('views.noneHere')}</p> : null}
        <ul className="views__acts plain-list">
          {maySave ? (
            <li>
              <a href={href(`/admin/views/new?${new URLSearchParams({ room, query }).toString()}`)}>
                {t('views.save')}
              </a>
            </li>
          ) : null}
          <li>
            <a href={href('/admin/views')}>{t('views.all')}</a>
          </li>
        </ul>
      </div>
    </details>
  );
}
