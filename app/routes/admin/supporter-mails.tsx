import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listMails } from '../../domain/outbox/list-mails.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { MailTable } from '../../ui/admin/supporter/mail-table.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { Empty } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';
import { supporterOf } from './supporter-of.server.ts';

/** Older ones are in the timeline. */
const mailsShown = 100;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('supporterActs.mails'),
    isIndexed: false,
  });

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('supporters.mail'));
  const person = await supporterOf(args);
  const mails = await listMails(args.context.services, {
    ...{ recipient: person.email, limit: mailsShown },
  });
  return { person, mails };
}

export default function SupporterMailsPage() {
  const { person, mails } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href(`/admin/supporters/${person.id}`)}>{person.name ?? person.email}</a>
      </p>
      <PageHead title={t('supporterActs.mailsOf', { email: person.email })}>
        <p className="desk-title__line">{t('supporterActs.mailsDefinition')}</p>
      </PageHead>
      {mails.length > 0 ? (
        <MailTable supporterId={person.id} mails={mails} />
      ) : (
        <Empty title={t('supporterActs.noMails')} />
      )}
    </>
  );
}
