import {
  type RouteConfig,
  type RouteConfigEntry,
  index,
  layout,
  prefix,
  route,
} from '@remix-run/route-config';
import { type Locale, defaultLocale, locales } from './kernel/locale.ts';

/** The site map, once per language: English without a prefix, Ukrainian under /uk. */
function siteIn(locale: Locale): RouteConfigEntry[] {
  const id = (name: string) => ({ id: `${locale}/${name}` });
  const page = (path: string, file: string) => route(path, file, id(file.replace(/\.tsx?$/, '')));
  const tree: RouteConfigEntry[] = [
    layout('routes/reading/site-layout.tsx', id('site-layout'), [
      index('routes/reading/front-page.tsx', id('front-page')),
      page('search', 'routes/reading/search.tsx'),
      page('donate', 'routes/giving/donate.tsx'),
      page('join', 'routes/giving/join.tsx'),
      page('orders/:kind/:id', 'routes/giving/order.tsx'),
      page('thanks/:kind/:id', 'routes/giving/thanks.tsx'),
      page('campaigns/:slug', 'routes/giving/campaign.tsx'),
      page('sign-in', 'routes/account/sign-in.tsx'),
      page('sign-in/code', 'routes/account/sign-in-code.tsx'),
      page('sign-in/link/:token', 'routes/account/sign-in-link.tsx'),
      page('sign-out', 'routes/account/sign-out.tsx'),
      layout('routes/account/account-layout.tsx', id('account-layout'), [
        page('account', 'routes/account/overview.tsx'),
        page('account/membership', 'routes/account/membership.tsx'),
        page('account/membership/cancellation', 'routes/account/cancellation.tsx'),
        page('account/membership/continuation', 'routes/account/continuation.tsx'),
        page('account/payments', 'routes/account/payments.tsx'),
        page('account/payments/:id', 'routes/account/receipt.tsx'),
        page('account/payments/:id/mail', 'routes/account/receipt-mail.ts'),
        page('account/statements', 'routes/account/statements.tsx'),
        page('account/statements/:year', 'routes/account/statement.tsx'),
        page('account/sessions', 'routes/account/sessions.tsx'),
        page('account/language', 'routes/account/language.tsx'),
      ]),
      page('authors/:slug', 'routes/reading/author.tsx'),
      page(':section', 'routes/reading/section.tsx'),
      page(':section/:slug', 'routes/reading/article.tsx'),
      route('*', 'routes/reading/not-found.tsx', id('not-found')),
    ]),
    page('account/payments/:id/receipt.pdf', 'routes/account/receipt-pdf.ts'),
    page('account/statements/:year/statement.pdf', 'routes/account/statement-pdf.ts'),
    page('receipts/:token', 'routes/account/receipt-link.ts'),
    page('feed.xml', 'routes/reading/feed.ts'),
    page(':section/feed.xml', 'routes/reading/section-feed.ts'),
    layout('routes/admin/admin-layout.tsx', id('admin-layout'), [
      page('admin', 'routes/admin/report.tsx'),
      page('admin/supporters', 'routes/admin/supporters.tsx'),
      page('admin/supporters/:id', 'routes/admin/supporter.tsx'),
      page('admin/payments', 'routes/admin/payments.tsx'),
      page('admin/articles', 'routes/admin/articles.tsx'),
      page('admin/tiers', 'routes/admin/tiers.tsx'),
      page('admin/settings', 'routes/admin/settings.tsx'),
      page('admin/pipeline', 'routes/admin/pipeline.tsx'),
      page('admin/pipeline/retries', 'routes/admin/pipeline-retries.tsx'),
      page('admin/pipeline/dismissals', 'routes/admin/pipeline-dismissals.tsx'),
      page('admin/reconciliation', 'routes/admin/reconciliation.tsx'),
      page('admin/reconciliation/runs', 'routes/admin/reconciliation-runs.tsx'),
      page('admin/reconciliation/explanations', 'routes/admin/reconciliation-explanations.tsx'),
    ]),
  ];
  return locale === defaultLocale ? tree : prefix(locale, tree);
}

export default [
  ...locales.flatMap(siteIn),
  route('admin/report.csv', 'routes/endpoints/report-csv.ts'),
  route('admin/supporters.csv', 'routes/endpoints/supporters-csv.ts'),
  route('admin/payments.csv', 'routes/endpoints/payments-csv.ts'),
  route('webhooks/stripe', 'routes/endpoints/stripe-webhook.ts'),
  route('health', 'routes/endpoints/health.ts'),
  route('metrics', 'routes/endpoints/metrics.ts'),
  route('robots.txt', 'routes/endpoints/robots.ts'),
  route('sitemap.xml', 'routes/endpoints/sitemap.ts'),
] satisfies RouteConfig;
