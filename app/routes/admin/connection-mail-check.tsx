import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkMail } from '../../domain/connections/check-mail.server.ts';
import { readSelector } from '../../domain/connections/mail-dns.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { MailDnsPart, MailServerPart } from '../../ui/admin/connections/mail-check-part.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { TextField } from '../../ui/elements/field.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('mailCheck.title'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  await requireRole(args, rolesWith('connections.view'));
  const { env, mailChecks } = args.context.services;
  const typed = new URL(args.request.url).searchParams.get('selector') ?? '';
  const selector = readSelector(typed);
  return {
    check: await checkMail(mailChecks, { mailFrom: env.mailFrom, selector }),
    // The address may hold a password: only where it leads is shown.
    host: new URL(env.smtpUrl).host,
    typed,
    isBad: typed.trim() !== '' && selector === null,
  };
}

export default function MailCheckPage() {
  const { check, host, typed, isBad } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/connections')}>{t('connections.back')}</a>
      </p>
      <PageHead title={t('mailCheck.title')}>
        <p className="desk-title__line">{t('mailCheck.lead')}</p>
      </PageHead>
      <div className="report-stack">
        <MailServerPart host={host} answer={check.server} />
        <MailDnsPart domain={check.domain} lines={check.lines} />
        <form method="get" className="desk-form" noValidate>
          <TextField
            name="selector"
            label={t('mailCheck.selector')}
            hint={t('mailCheck.selectorHint')}
            error={isBad ? 'mailCheck.selectorBad' : null}
            defaultValue={typed}
            autoComplete="off"
            spellCheck={false}
            isOptional
            isShort
          />
          <p>
            <Button>{t('mailCheck.again')}</Button>
          </p>
        </form>
      </div>
    </>
  );
}
