import { type ViewRoomKey, viewPath } from '../../../domain/views/view-room.ts';
import type { View } from '../../../domain/views/view.ts';
import type { MessageKey } from '../../../messages/translate.ts';
import { Button } from '../../elements/button.tsx';
import { ReportTable } from '../../report-table/report-table.tsx';
import { useLocale } from '../../use-locale.ts';

/** What each report and list is called in the desk's navigation. */
export const roomLabels: Readonly<Record<ViewRoomKey, MessageKey>> = {
  overview: 'admin.report',
  recurring: 'desk.recurring',
  retention: 'desk.retention',
  supporters: 'admin.supporters',
  payments: 'admin.payments',
  articles: 'admin.articles',
  audit: 'desk.audit',
};

/** Views in their order, each leading to its page, with what moves them. */
export function ViewTable({ views, label }: { views: readonly View[]; label: string }) {
  const { t, href } = useLocale();
  const isAlone = (view: View, by: 1 | -1) => views[views.indexOf(view) + by]?.room !== view.room;
  return (
    <ReportTable label={label} head={[{ label: t('views.name') }, { label: t('views.change') }]}>
      {views.map((view) => (
        <tr key={view.id}>
          <th scope="row">
            <a href={href(viewPath(view.room, view.query))}>{view.name}</a>
            <span className="report-table__note">{t(roomLabels[view.room])}</span>
          </th>
          <td>
            {view.isTheirs ? (
              <div className="views__row">
                {isAlone(view, -1) ? null : <Move view={view} to="up" />}
                {isAlone(view, 1) ? null : <Move view={view} to="down" />}
                <a
                  href={href(`/admin/views/${view.id}`)}
                  aria-label={t('views.editNamed', { name: view.name })}
                >
                  {t('views.edit')}
                </a>
              </div>
            ) : (
              t('views.notTheirs')
            )}
          </td>
        </tr>
      ))}
    </ReportTable>
  );
}

function Move({ view, to }: { view: View; to: 'up' | 'down' }) {
  const { t, href } = useLocale();
  return (
    <form method="post" action={href(`/admin/views/${view.id}/place`)}>
      <input type="hidden" name="to" value={to} />
      <Button look="quiet" isSmall>
        {t(to === 'up' ? 'views.up' : 'views.down')}
        <span className="visually-hidden"> {view.name}</span>
      </Button>
    </form>
  );
}
