import type { LoaderFunctionArgs } from '@remix-run/node';

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

export interface BenchedRoute {
  readonly name: string;
  readonly load: () => Promise<{ readonly loader: Loader }>;
  /** The address; `{range}` stands where days belong, `{search}` where what somebody looks for. */
  readonly path: string;
  /** The most that 95 of 100 answers may take. */
  readonly mostMs: number;
}

/** Every page of reports, and what leads from it to people and payments. */
export const benchedRoutes: readonly BenchedRoute[] = [
  {
    name: 'overview',
    load: () => import('../app/routes/admin/report.tsx'),
    path: '/admin?{range}',
    mostMs: 150,
  },
  {
    name: 'recurring',
    load: () => import('../app/routes/admin/recurring.tsx'),
    path: '/admin/recurring?{range}',
    mostMs: 150,
  },
  {
    name: 'retention',
    load: () => import('../app/routes/admin/retention.tsx'),
    path: '/admin/retention',
    mostMs: 150,
  },
  {
    name: 'sources-article',
    load: () => import('../app/routes/admin/sources.tsx'),
    path: '/admin/sources?by=article&{range}',
    mostMs: 150,
  },
  {
    name: 'sources-author',
    load: () => import('../app/routes/admin/sources.tsx'),
    path: '/admin/sources?by=author&{range}',
    mostMs: 150,
  },
  {
    name: 'sources-ask',
    load: () => import('../app/routes/admin/sources.tsx'),
    path: '/admin/sources?by=ask&{range}',
    mostMs: 150,
  },
  {
    name: 'sources-tier',
    load: () => import('../app/routes/admin/sources.tsx'),
    path: '/admin/sources?by=tier&{range}',
    mostMs: 150,
  },
  {
    name: 'sources-referrer',
    load: () => import('../app/routes/admin/sources.tsx'),
    path: '/admin/sources?by=referrer&{range}',
    mostMs: 150,
  },
  {
    name: 'payments-returns',
    load: () => import('../app/routes/admin/payments.tsx'),
    path: '/admin/payments?kind=returns&{range}',
    mostMs: 150,
  },
  {
    name: 'payments-first',
    load: () => import('../app/routes/admin/payments.tsx'),
    path: '/admin/payments?source=once&kind=charges&isFirst=1&{range}',
    mostMs: 150,
  },
  {
    name: 'payments-section',
    load: () => import('../app/routes/admin/payments.tsx'),
    path: '/admin/payments?section=section-1&kind=charges&{range}',
    mostMs: 150,
  },
  {
    name: 'payments-new',
    load: () => import('../app/routes/admin/payments.tsx'),
    path: '/admin/payments?standing=new&kind=charges&{range}',
    mostMs: 150,
  },
  {
    name: 'campaigns',
    load: () => import('../app/routes/admin/campaigns.tsx'),
    path: '/admin/campaigns',
    mostMs: 150,
  },
  {
    name: 'today',
    load: () => import('../app/routes/admin/today.tsx'),
    path: '/admin/today',
    mostMs: 150,
  },
  {
    name: 'search',
    load: () => import('../app/routes/admin/supporters.tsx'),
    path: '/admin/supporters?search={search}',
    mostMs: 50,
  },
  {
    name: 'at-risk',
    load: () => import('../app/routes/admin/supporters.tsx'),
    path: '/admin/supporters?group=at_risk',
    mostMs: 150,
  },
  {
    name: 'lapsed-donors',
    load: () => import('../app/routes/admin/supporters.tsx'),
    path: '/admin/supporters?group=lapsed_donors&sort=last_payment',
    mostMs: 150,
  },
  {
    name: 'large-givers',
    load: () => import('../app/routes/admin/supporters.tsx'),
    path: '/admin/supporters?given_in=EUR&given_from=2000',
    mostMs: 150,
  },
  {
    name: 'first-gifts-of-a-month',
    load: () => import('../app/routes/admin/supporters.tsx'),
    path: '/admin/supporters?first_gift=2026-03',
    mostMs: 150,
  },
  {
    name: 'payments',
    load: () => import('../app/routes/admin/payments.tsx'),
    path: '/admin/payments?{range}',
    mostMs: 150,
  },
  {
    name: 'articles',
    load: () => import('../app/routes/admin/articles.tsx'),
    path: '/admin/articles',
    mostMs: 150,
  },
  {
    name: 'audit',
    load: () => import('../app/routes/admin/audit.tsx'),
    path: '/admin/audit',
    mostMs: 150,
  },
];
