import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { givingCurrencies, isGivingCurrency } from '../../kernel/currencies.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AmountTable } from '../../ui/admin/amounts/amount-table.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.amounts'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('amounts.view'));
  const { amounts } = await readNewsroom(args.context.services);
  const done = new URL(args.request.url).searchParams.get('done') ?? '';
  return { amounts, done: isGivingCurrency(done) ? done : null, mayAct: may(role, 'amounts.act') };
}

export default function AmountsPage() {
  const { amounts, done, mayAct } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <PageHead title={t('desk.amounts')}>
        <p className="desk-title__line">{t('amounts.lead')}</p>
      </PageHead>
      {done ? (
        <Notice tone="good">
          <p>{t('amounts.done', { currency: done })}</p>
        </Notice>
      ) : null}
      <div className="report-columns">
        {givingCurrencies.map((currency) => (
          <AmountTable
            key={currency}
            currency={currency}
            rules={amounts[currency]}
            mayAct={mayAct}
          />
        ))}
      </div>
    </>
  );
}
