import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import {
  listPasskeys,
  removePasskey,
} from '../../domain/supporters/passkeys/keep-passkeys.server.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { Button } from '../../ui/elements/button.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { requireKeyHolder } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('passkeys.removal.title', {
      name: args.data?.name ?? '',
    }),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter } = await requireKeyHolder(args);
  const own = await listPasskeys(args.context.services, supporter.id);
  const passkey = own.find(({ id }) => id === args.params['id']);
  if (!passkey) throw new Response(null, { status: 404 });
  return { name: passkey.name };
}

export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter } = await requireKeyHolder(args);
  const own = await listPasskeys(args.context.services, supporter.id);
  const passkeyId = args.params['id'] ?? '';
  // One that is gone already is what they wanted.
  if (own.some(({ id }) => id === passkeyId)) {
    await removePasskey(args.context.services, { supporterId: supporter.id, passkeyId });
  }
  return redirect(localPath(localeOf(args.request), '/account/passkeys?removed'), 303);
}

export default function PasskeyRemoval() {
  const { name } = useLoaderData<typeof loader>();
  const { t, href } = useLocale();
  return (
    <>
      <h1>{t('passkeys.removal.title', { name })}</h1>
      <p>{t('passkeys.removal.lead')}</p>
      <form method="post">
        <p className="account__acts">
          <Button>{t('passkeys.removal.submit')}</Button>
          <a href={href('/account/passkeys')}>{t('passkeys.removal.keep')}</a>
        </p>
      </form>
    </>
  );
}
