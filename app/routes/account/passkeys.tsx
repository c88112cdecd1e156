import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  data,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readNewsroom } from '../../domain/newsroom/read-newsroom.server.ts';
import { addPasskey } from '../../domain/supporters/passkeys/add-passkey.server.ts';
import { listPasskeys } from '../../domain/supporters/passkeys/keep-passkeys.server.ts';
import {
  passkeyNameLimit,
  passkeysAllowed,
  relyingPartyOf,
} from '../../domain/supporters/passkeys/passkey.ts';
import { isFreshlySignedIn } from '../../domain/supporters/read-fresh-sign-in.server.ts';
import { describeDevice, freshMinutes } from '../../domain/supporters/session.ts';
import { localPath, localeOfPath } from '../../kernel/locale.ts';
import { translatorFor } from '../../messages/translate.ts';
import { AddPasskeyForm } from '../../ui/account/passkeys/add-passkey-form.tsx';
import { PasskeyList } from '../../ui/account/passkeys/passkey-list.tsx';
import { ButtonLink } from '../../ui/elements/button.tsx';
import { Notice } from '../../ui/elements/notice.tsx';
import { pageMeta } from '../../ui/layout/page-meta.ts';
import { useLocale } from '../../ui/use-locale.ts';
import { readBrowserHash } from '../../web/browser-key.server.ts';
import { type FieldErrors, noFieldErrors, parseForm } from '../../web/forms.server.ts';
import { requireKeyHolder } from '../../web/guards.server.ts';
import { localeOf } from '../../web/locale.ts';
import { safeReturn } from '../../web/safe-return.ts';
import { assertSameOrigin } from '../../web/same-origin.server.ts';

const form = z.object({
  name: z.string().trim().max(passkeyNameLimit, 'passkeys.nameTooLong').default(''),
  credential: z.string().default(''),
  next: z.string().optional().transform(safeReturn),
});
const problems = {
  refused: 'passkeys.problem.refused',
  known: 'passkeys.problem.known',
  not_fresh: 'passkeys.problem.notFresh',
  too_many: 'passkeys.problem.tooMany',
} as const;
type Problem = keyof typeof problems;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: translatorFor(localeOfPath(args.location.pathname))('passkeys.title'),
    isIndexed: false,
  });

export async function loader(args: LoaderFunctionArgs) {
  const { supporter, sessionId } = await requireKeyHolder(args);
  const ctx = args.context.services;
  const [{ timeZone }, passkeys, isFresh] = await Promise.all([
    readNewsroom(ctx),
    listPasskeys(ctx, supporter.id),
    isFreshlySignedIn(ctx, sessionId),
  ]);
  const query = new URL(args.request.url).searchParams;
  return {
    timeZone,
    isFresh,
    freshMinutes,
    next: safeReturn(query.get('next')),
    wasAdded: query.has('added'),
    wasRemoved: query.has('removed'),
    defaultName: defaultName(args),
    passkeys: passkeys.map((one) => ({
      ...one,
      createdAt: one.createdAt.toISOString(),
      lastUsedAt: one.lastUsedAt?.toISOString() ?? null,
    })),
  };
}

/** Adds a passkey. */
export async function action(args: ActionFunctionArgs) {
  assertSameOrigin(args.request);
  const { supporter, sessionId } = await requireKeyHolder(args);
  const parsed = await parseForm(args.request, form);
  if (!parsed.ok) {
    const { name = '', next } = parsed.typed;
    return refused(null, parsed.errors, { name, next: safeReturn(next) });
  }
  const { services } = args.context;
  const added = await addPasskey(services, {
    ...{ supporter, sessionId },
    browserHash: readBrowserHash(args.request),
    relyingParty: relyingPartyOf(services.env.appUrl),
    credential: parsed.value.credential,
    name: parsed.value.name === '' ? defaultName(args) : parsed.value.name,
  });
  const { name, next } = parsed.value;
  if (!added.ok) return refused(added.reason, noFieldErrors, { name, next });
  const query = next ? `?added&next=${encodeURIComponent(next)}` : '?added';
  return redirect(localPath(localeOf(args.request), `/account/passkeys${query}`), 303);
}

function refused(
  problem: Problem | null,
  errors: FieldErrors,
  typed: { readonly name: string; readonly next: string | null },
) {
  return data({ problem, error: errors['name'] ?? null, ...typed }, { status: 422 });
}

function defaultName({ request }: LoaderFunctionArgs): string {
  const t = translatorFor(localeOf(request));
  const { browser, system } = describeDevice(request.headers.get('User-Agent'));
  const device = system ?? browser;
  return device ? t('passkeys.defaultName', { device }) : t('passkeys.defaultNamePlain');
}

export default function Passkeys() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t, href } = useLocale();
  const next = answer?.next ?? view.next;
  const here = next ? `/account/passkeys?next=${encodeURIComponent(next)}` : '/account/passkeys';
  const renewal = `${href('/account/sessions/renewal')}?next=${encodeURIComponent(href(here))}`;
  return (
    <>
      <h1>{t('passkeys.title')}</h1>
      <p>{t('passkeys.lead')}</p>
      {answer?.problem ? (
        <Notice tone="bad">
          <p>{t(problems[answer.problem], { limit: passkeysAllowed })}</p>
        </Notice>
      ) : null}
      {!answer && view.wasAdded ? (
        <Notice tone="good">
          <p>{t('passkeys.wasAdded')}</p>
          {view.next ? (
            <p>
              <a href={view.next}>{t('passkeys.goOn')}</a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      {!answer && view.wasRemoved ? (
        <Notice tone="good">{<p>{t('passkeys.wasRemoved')}</p>}</Notice>
      ) : null}
      <section className="account__part" aria-labelledby="yours">
        <h2 id="yours">{t('passkeys.yours')}</h2>
        <PasskeyList passkeys={view.passkeys} timeZone={view.timeZone} />
      </section>
      <section className="account__part" aria-labelledby="add">
        <h2 id="add">{t('passkeys.add')}</h2>
        {view.isFresh ? (
          <AddPasskeyForm
            name={answer?.name ?? view.defaultName}
            error={answer?.error ?? null}
            next={next}
          />
        ) : (
          <>
            <p>{t('passkeys.notFresh', { minutes: view.freshMinutes })}</p>
            <p className="account__acts">
              <ButtonLink to={renewal}>{t('passkeys.notFreshSubmit')}</ButtonLink>
            </p>
          </>
        )}
      </section>
    </>
  );
}
