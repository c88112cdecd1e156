import { auditQuery, parseAuditFilter } from '../reports/audit/audit-filter.ts';
import { parseCurrency, parsePaymentFilter, paymentQuery } from '../reports/payment-filter.ts';
import type { Permission } from '../reports/permissions.ts';
import { type RangeToday, parseRange, rangeQuery } from '../reports/report-range.ts';
import { parseSupporterFilter, supporterQuery } from '../reports/supporter-filter.ts';

/** A report or a list whose address can be kept under a name. */
interface ViewRoom {
  /** Without language prefix. */
  readonly path: string;
  readonly needs: Permission;
  /**
   * What the page itself reads of an address, as it spells it: anything else is left out. "last 30
   * days" stays that, whatever the day.
   */
  read(query: URLSearchParams, at: RangeToday): string;
}

const range = (query: URLSearchParams, at: RangeToday) => rangeQuery(parseRange(query, at));
const bare = (query: string) => query.replace(/^\?/, '');

const rooms = {
  overview: { path: '/admin', needs: 'report.view', read: range },
  recurring: { path: '/admin/recurring', needs: 'report.view', read: range },
  retention: {
    path: '/admin/retention',
    needs: 'report.view',
    read: (query, at) => {
      const by = parseCurrency(query.get('by'));
      return range(query, at) + (by ? `&by=${by}` : '');
    },
  },
  supporters: {
    path: '/admin/supporters',
    needs: 'supporters.view',
    read: (query) => bare(supporterQuery(parseSupporterFilter(query))),
  },
  payments: {
    path: '/admin/payments',
    needs: 'payments.view',
    read: (query) => bare(paymentQuery(parsePaymentFilter(query))),
  },
  articles: { path: '/admin/articles', needs: 'articles.view', read: () => '' },
  audit: {
    path: '/admin/audit',
    needs: 'audit.view',
    read: (query) => bare(auditQuery(parseAuditFilter(query))),
  },
} as const satisfies Record<string, ViewRoom>;

export type ViewRoomKey = keyof typeof rooms;
export const viewRooms: Readonly<Record<ViewRoomKey, ViewRoom>> = rooms;
export const viewRoomKeys = Object.keys(rooms) as ViewRoomKey[];

export function parseViewRoom(text: string | null): ViewRoomKey | null {
  return viewRoomKeys.find((key) => key === text) ?? null;
}

/** The report or list at a path without language prefix; null where nothing can be kept. */
export function viewRoomAt(path: string): ViewRoomKey | null {
  return viewRoomKeys.find((key) => viewRooms[key].path === path) ?? null;
}

/** Where a kept view leads, without language prefix. */
export function viewPath(room: ViewRoomKey, query: string): string {
  const { path } = viewRooms[room];
  return query === '' ? path : `${path}?${query}`;
}
