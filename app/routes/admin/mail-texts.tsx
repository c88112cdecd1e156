import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { wordedMailNames } from '../../domain/mail-texts/mail-text.ts';
import { listOwnWords } from '../../domain/mail-texts/read-mail-texts.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath, locales } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ReportTable } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.mailTexts'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('mailTexts.view'));
  const own = await listOwnWords(args.context.services);
  return { own: own.map(({ template, locale }) => `${template}/${locale}`) };
}

export default function MailTextsPage() {
  const own = new Set(useLoaderData<typeof loader>().own);
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('desk.mailTexts')}>
        <p className="desk-title__line">{t('mailTexts.definition')}</p>
      </PageHead>
      <ReportTable
        label={t('desk.mailTexts')}
        head={[
          { label: t('mailTexts.mail') },
          ...locales.map((locale) => ({ label: t(`mailTexts.language.${locale}`) })),
        ]}
      >
        {wordedMailNames.map((template) => (
          <tr key={template}>
            <th scope="row">{t(`admin.mail.${template}`)}</th>
            {locales.map((locale) => (
              <td key={locale}>
                <a href={href(`/admin/mail-texts/${template}/${locale}`)}>
                  {t(own.has(`${template}/${locale}`) ? 'mailTexts.own' : 'mailTexts.given')}
                  <span className="visually-hidden">
                    {' '}
                    {t(`admin.mail.${template}`)}, {t(`mailTexts.language.${locale}`)}
                  </span>
                </a>
              </td>
            ))}
          </tr>
        ))}
      </ReportTable>
    </>
  );
}
