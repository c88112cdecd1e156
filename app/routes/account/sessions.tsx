import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { listSessions } from '../../domain/supporters/list-sessions.server.ts';
import { signOutEverywhere } from '../../domain/supporters/sign-out-everywhere.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { LanguageForm } from '../../ui/account/language-form.tsx';
import { SessionList } from '../../ui/account/session-list.tsx';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';
import { signedOutHeaders } from '../../web/session.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('account.sessions.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, sessionId } = await requireSupporter(args);
  const ctx = args.context.services;
  const [newsroom, sessions] = await Promise.all([
    readNewsroom(ctx),
    listSessions(ctx, { supporterId: supporter.id, currentSessionId: sessionId }),
  ]);
  return {
    timeZone: newsroom.timeZone,
    locale: supporter.locale,
    oneWasEnded: new URL(args.request.url).searchParams.has('ended'),
    languageWasSaved: new URL(args.request.url).searchParams.has('saved'),
    sessions: sessions.map((session) => ({
      ...session,
      createdAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    })),
  };
}

/** Signs out everywhere. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  await signOutEverywhere(args.context.services, supporter.id);
  return redirect(localPath(localeOf(args.request), '/sign-in'), {
    status: 303,
    headers: signedOutHeaders(args),
  });
}

export default function Sessions() {
  const view = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t('account.sessions.title')}</h1>
      <section className="account__part" aria-labelledby="where">
        <h2 id="where">{t('account.sessions.where')}</h2>
        {view.oneWasEnded ? <p role="status">{t('identity.sessions.ended')}</p> : null}
        <SessionList sessions={view.sessions} timeZone={view.timeZone} />
        <p className="account__acts">
          <a href={href('/account/passkeys')}>{t('passkeys.sessionsLink')}</a>
        </p>
        <form method="post">
          <p className="meta" id="everywhere-help">
            {t('account.sessions.everywhereHelp')}
          </p>
          <p className="account__acts">
            <Button aria-describedby="everywhere-help">{t('account.sessions.everywhere')}</Button>
          </p>
        </form>
      </section>
      <section className="account__part" aria-labelledby="language">
        <h2 id="language">{t('account.language.title')}</h2>
        <LanguageForm chosen={view.locale} wasSaved={view.languageWasSaved} />
      </section>
    </>
  );
}
