import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { payerLines } from '../../ui/statements/payer.ts';
import { StatementSheet } from '../../ui/statements/statement-sheet.tsx';
import { yearLabel } from '../../ui/statements/statement-words.ts';
import { YearList } from '../../ui/statements/year-list.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { readYear } from './statement-year.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('statements.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const locale = localeOf(args.request);
  const read = await readYear(args, { supporterId: supporter.id, locale });
  const { newsroom, calendar } = read;
  return {
    year: read.year,
    years: read.years.map((year) => ({ year, label: yearLabel(year, calendar.startMonth) })),
    statement: read.view,
    payer: payerLines(read.payer),
    issuer: [
      newsroom.legalName,
      newsroom.address,
      newsroom.taxId && read.t('statements.taxId', { taxId: newsroom.taxId }),
    ]
      .filter(Boolean)
      .join('\n'),
    note: newsroom.receiptNote[locale],
  };
}

export default function Statement() {
  const { year, years, statement, ...sheet } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  if (statement.lines.length === 0) {
    return (
      <>
        <h1>{t('statements.titleOfYear', { year: statement.label })}</h1>
        <p>{t('statements.emptyYear', { year: statement.label })}</p>
        <YearList years={years} />
      </>
    );
  }
  return (
    <>
      <StatementSheet statement={statement} {...sheet} />
      <p className="account__acts">
        <a href={href(`/account/statements/${year}/statement.pdf`)}>{t('statements.download')}</a>
      </p>
      <p className="meta">{t('statements.print')}</p>
      {years.length > 1 ? <YearList years={years} current={year} /> : null}
    </>
  );
}
