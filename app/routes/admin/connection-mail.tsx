import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  type TestMailOutcome,
  sendTestMail,
} from '../../domain/connections/send-test-mail.server.ts';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { rolesWith } from '../../domain/reports/permissions.ts';
import { localeOfPath } from '../../kernel/locale.ts';
import { type MessageKey, translatorFor } from '../../messages/translate.ts';
import { PageHead } from '../../ui/admin/page-head.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireRole } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { privatePage } from './private-page.ts';

const says: Record<TestMailOutcome['outcome'], MessageKey> = {
  sent: 'connections.mailSent',
  later: 'connections.mailLater',
  never: 'connections.mailNever',
  unknown: 'connections.mailUnknown',
};

export const meta: MetaFunction<typeof loader> = (args) => {
  const t = translatorFor(localeOfPath(args.location.pathname));
  return pageMeta(args, { title: t('connections.mailTitle'), isIndexed: false });
};

export const headers = privatePage;

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireRole(args, rolesWith('connections.act'));
  return { to: supporter.email };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireRole(args, rolesWith('connections.act'));
  const { services } = args.context;
  const locale = localeOf(args.request);
  const t = translatorFor(locale);
  const { name, contactEmail } = await readNewsroom(services);
  const sent = await sendTestMail(services, services.smtp, {
    ...{ actorId: supporter.id, to: supporter.email, host: new URL(services.env.appUrl).hostname },
    newsroom: { name: name[locale], contactEmail },
    words: {
      subject: t('connections.mailTestSubject', { newsroom: name[locale] }),
      text: t('connections.mailTestText'),
    },
  });
  return data(sent, { status: sent.outcome === 'sent' ? 200 : 502 });
}

export default function MailTestPage() {
  const { to } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t, href } = useLocale();
  return (
    <>
      <p className="kicker">
        <a href={href('/admin/connections')}>{t('connections.back')}</a>
      </p>
      <PageHead title={t('connections.mailTitle')} />
      {sent ? (
        <Notice tone={sent.outcome === 'sent' ? 'good' : 'bad'}>
          <p>{t(says[sent.outcome], { code: sent.code ?? '' })}</p>
        </Notice>
      ) : null}
      <form method="post" className="desk-form">
        <dl className="facts">
          <dt>{t('connections.mailTo')}</dt>
          <dd>{to}</dd>
        </dl>
        <p>
          <Button look="accent">{t('connections.mailSubmit')}</Button>
        </p>
      </form>
    </>
  );
}
