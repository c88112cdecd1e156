import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listStatementYears } from '../../domain/statements/read-statement.server.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { yearLabel } from '../../ui/statements/statement-words.ts';
import { YearList } from '../../ui/statements/year-list.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('statements.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  const { years, calendar } = await listStatementYears(args.context.services, supporter.id);
  return { years: years.map((year) => ({ year, label: yearLabel(year, calendar.startMonth) })) };
}

export default function Statements() {
  const { years } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      <h1>{t('statements.title')}</h1>
      {years.length > 0 ? (
        <>
          <p>{t('statements.lead')}</p>
          <YearList years={years} />
        </>
      ) : (
        <>
          <p>{t('statements.none')}</p>
          <p className="meta">{t('statements.noneHelp')}</p>
        </>
      )}
    </>
  );
}
