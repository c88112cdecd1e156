import type { Permission } from '../../domain/reports/permissions.ts';
import type { MessageKey } from '../../messages/translate.ts';

export interface Room {
  /** Without language prefix. */
  readonly path: string;
  readonly label: MessageKey;
  readonly needs: Permission;
}

export interface Floor {
  readonly label: MessageKey;
  readonly rooms: readonly Room[];
}

/** The desk's rooms, by what one comes for. */
export const floors: readonly Floor[] = [
  {
    label: 'desk.reports',
    rooms: [
      { path: '/admin', label: 'admin.report', needs: 'report.view' },
      { path: '/admin/recurring', label: 'desk.recurring', needs: 'report.view' },
      { path: '/admin/retention', label: 'desk.retention', needs: 'report.view' },
      { path: '/admin/sources', label: 'desk.sources', needs: 'report.view' },
      { path: '/admin/views', label: 'desk.views', needs: 'views.save' },
      { path: '/admin/digest', label: 'digest.title', needs: 'report.view' },
    ],
  },
  {
    label: 'desk.today',
    rooms: [
      { path: '/admin/today', label: 'desk.today', needs: 'today.view' },
      { path: '/admin/disputes', label: 'desk.disputes', needs: 'today.view' },
      { path: '/admin/pipeline', label: 'pipeline.title', needs: 'pipeline.view' },
      {
        path: '/admin/reconciliation',
        label: 'reconciliation.title',
        needs: 'reconciliation.view',
      },
    ],
  },
  {
    label: 'admin.supporters',
    rooms: [
      { path: '/admin/supporters', label: 'admin.supporters', needs: 'supporters.view' },
      { path: '/admin/segments', label: 'desk.segments', needs: 'supporters.view' },
      { path: '/admin/payments', label: 'admin.payments', needs: 'payments.view' },
      { path: '/admin/grants', label: 'grants.title', needs: 'grants.view' },
      { path: '/admin/wall', label: 'wall.admin.nav', needs: 'wall.view' },
    ],
  },
  {
    label: 'admin.articles',
    rooms: [
      { path: '/admin/articles', label: 'admin.articles', needs: 'articles.view' },
      { path: '/admin/pictures', label: 'desk.pictures', needs: 'articles.view' },
      { path: '/admin/sections', label: 'desk.sections', needs: 'articles.view' },
      { path: '/admin/authors', label: 'desk.authors', needs: 'articles.view' },
    ],
  },
  {
    label: 'desk.support',
    rooms: [
      { path: '/admin/tiers', label: 'admin.tiers', needs: 'tiers.view' },
      { path: '/admin/amounts', label: 'desk.amounts', needs: 'amounts.view' },
      { path: '/admin/asks', label: 'desk.asks', needs: 'asks.view' },
      { path: '/admin/campaigns', label: 'desk.campaigns', needs: 'campaigns.view' },
      { path: '/admin/mail-texts', label: 'desk.mailTexts', needs: 'mailTexts.view' },
      { path: '/admin/offers', label: 'offers.title', needs: 'offers.view' },
    ],
  },
  {
    label: 'admin.settings',
    rooms: [
      { path: '/admin/settings', label: 'desk.identity', needs: 'settings.view' },
      { path: '/admin/staff', label: 'desk.staff', needs: 'staff.view' },
      { path: '/admin/connections', label: 'desk.connections', needs: 'connections.view' },
      { path: '/admin/audit', label: 'desk.audit', needs: 'audit.view' },
    ],
  },
];

/** Is the page in this room? `/admin` is one page, every other room a folder. */
export function isIn(room: Room, path: string): boolean {
  return path === room.path || (room.path !== '/admin' && path.startsWith(`${room.path}/`));
}
