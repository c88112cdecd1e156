import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mailboxHash } from '../../domain/mail-preferences/mailbox.ts';
import { preferencesForm } from '../../domain/mail-preferences/preferences-form.ts';
import { readMailPreferences } from '../../domain/mail-preferences/read-mail-preferences.server.ts';
import { saveMailPreferences } from '../../domain/mail-preferences/save-mail-preferences.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import {
  PreferencesForm,
  PreferencesSaved,
} from '../../ui/account/mail-preferences/preferences-form.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { requireSupporter } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('mailPreferences.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireSupporter(args);
  return {
    email: supporter.email,
    wanted: await readMailPreferences(args.context.services, mailboxHash(supporter.email)),
    wasSaved: new URL(args.request.url).searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireSupporter(args);
  const parsed = await parseForm(args.request, preferencesForm);
  // Boxes and buttons only: what cannot be read was not sent by the page.
  if (!parsed.ok) throw new Response(null, { status: 400 });
  await saveMailPreferences(args.context.services, {
    addressHash: mailboxHash(supporter.email),
    wanted: parsed.value,
    source: 'account',
  });
  return redirect(localPath(localeOf(args.request), '/account/mail?saved'), 303);
}

export default function Mail() {
  const { email, wanted, wasSaved } = useLoaderData<typeof loader>();
  const { t } = useLocale();
  return (
    <>
      {wasSaved ? <PreferencesSaved wanted={wanted} /> : null}
      <h1>{t('mailPreferences.title')}</h1>
      <p>{t('mailPreferences.leadAccount', { email })}</p>
      <PreferencesForm wanted={wanted} />
    </>
  );
}
