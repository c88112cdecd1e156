import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { preferencesForm } from '../../domain/mail-preferences/preferences-form.ts';
import {
  digestPath,
  preferencesPath,
  readPreferencesToken,
} from '../../domain/mail-preferences/preferences-link.ts';
import { readMailPreferences } from '../../domain/mail-preferences/read-mail-preferences.server.ts';
import { saveMailPreferences } from '../../domain/mail-preferences/save-mail-preferences.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import {
  PreferencesForm,
  PreferencesSaved,
} from '../../ui/account/mail-preferences/preferences-form.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { parseForm } from '../../web/forms.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('mailPreferences.title'),
    isIndexed: false,
  });

/** The address lets one choose another's mails: kept nowhere, told to no other site. Not `no-referrer`: forms would lose their Origin. */
export const headers: HeadersFunction = () => ({
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'same-origin',
});

/** Only looks. Whether the mailbox belongs to somebody with an account can't be seen here. */
export async function loader({ request, params, context: { services } }: LoaderFunctionArgs) {
  const token = readPreferencesToken(services.env.appSecret, params['token'] ?? '');
  // The staff's own mail: it is chosen at the desk.
  if (token?.topic === 'digest') throw redirect(localPath(localeOf(request), digestPath), 302);
  if (!token) return data({ wanted: null, wasSaved: false }, { status: 404 });
  return data({
    wanted: await readMailPreferences(services, token.addressHash),
    wasSaved: new URL(request.url).searchParams.has('saved'),
  });
}

export async function action({ request, params, context: { services } }: ActionFunctionArgs) {
  assertSameOrigin(request);
  const address = params['token'] ?? '';
  const token = readPreferencesToken(services.env.appSecret, address);
  const parsed = await parseForm(request, preferencesForm);
  if (!token) return data(null, { status: 404 });
  if (!parsed.ok) throw new Response(null, { status: 400 });
  await saveMailPreferences(services, {
    addressHash: token.addressHash,
    wanted: parsed.value,
    source: 'link',
  });
  return redirect(`${preferencesPath(localeOf(request), address)}?saved`, 303);
}

export default function MailFromLink() {
  const { wanted, wasSaved } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <div className="wrap">
      <div className="column account__form">
        {wanted && wasSaved ? <PreferencesSaved wanted={wanted} /> : null}
        <h1>{t(wanted ? 'mailPreferences.title' : 'mailPreferences.badTitle')}</h1>
        <p>{t(wanted ? 'mailPreferences.leadLink' : 'mailPreferences.bad')}</p>
        {wanted ? (
          <PreferencesForm wanted={wanted} />
        ) : (
          <p>
            <ButtonLink
              to={`${href('/sign-in')}?next=${encodeURIComponent(href('/account/mail'))}`}
            >
              {t('mailPreferences.signIn')}
            </ButtonLink>
          </p>
        )}
      </div>
    </div>
  );
}
