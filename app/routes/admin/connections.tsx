import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { checkStripe } from '../../domain/connections/check-stripe.server.ts';
import { may, rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { StripePart } from '../../ui/admin/connections/stripe-part.tsx';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { ReportPart } from '../../ui/report-table/report-table.tsx';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { privatePage } from './private-page.ts';

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('desk.connections'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { role } = await requireRole(args, rolesWith('connections.view'));
  const { services } = args.context;
  const { appUrl, mailFrom, smtpUrl } = services.env;
  return {
    stripe: await checkStripe(services, `${appUrl}/webhooks/stripe`),
    // The address may hold a password: only where it leads is shown.
    mail: { from: mailFrom, server: new URL(smtpUrl).host },
    mayAct: may(role, 'connections.act'),
  };
}

export default function ConnectionsPage() {
  const { stripe, mail, mayAct } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <PageHead title={t('desk.connections')}>
        <p className="desk-title__line">{t('connections.lead')}</p>
      </PageHead>
      {stripe.ok ? (
        <StripePart check={stripe.value} mayAct={mayAct} />
      ) : (
        <Notice tone="bad">
          <p>
            {t(stripe.reason === 'unavailable' ? 'connections.unavailable' : 'connections.refused')}
          </p>
        </Notice>
      )}
      <ReportPart
        id="mail"
        title={t('connections.mail')}
        definition={t('connections.mailDefinition')}
      >
        <dl className="facts">
          <dt>{t('connections.mailFrom')}</dt>
          <dd>{mail.from}</dd>
          <dt>{t('connections.mailServer')}</dt>
          <dd>{mail.server}</dd>
        </dl>
        <p className="more">
          <ButtonLink to={href('/admin/connections/mail-check')}>{t('mailCheck.open')}</ButtonLink>
        </p>
        {mayAct ? (
          <p className="more">
            <ButtonLink to={href('/admin/connections/mail')}>
              {t('connections.mailSubmit')}
            </ButtonLink>
          </p>
        ) : null}
      </ReportPart>
    </>
  );
}
